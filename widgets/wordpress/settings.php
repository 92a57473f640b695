<?php
/**
 * Settings → Somewall: where the service is, and which wall is shown when none is named.
 */

defined('ABSPATH') || exit;

add_action('admin_init', function () {
    register_setting('somewall', 'somewall', ['type' => 'array', 'sanitize_callback' => 'somewall_sanitize']);
});

add_action('admin_menu', function () {
    add_options_page('Somewall', 'Somewall', 'manage_options', 'somewall', 'somewall_page');
});

/** An address without a slash at its end, and names as the service writes them; what is wrong is said and left out. */
function somewall_sanitize($given): array
{
    $kept = (array) get_option('somewall', []);
    foreach (['service', 'place', 'wall'] as $name) {
        $value = isset($given[$name]) && is_string($given[$name]) ? trim($given[$name]) : '';
        if ($name === 'service') {
            $value = untrailingslashit($value);
            $pattern = '#^https?://[a-z0-9.:\[\]-]+$#i';
        } else {
            $pattern = '/^[a-z0-9-]{2,40}$/';
        }
        if (preg_match($pattern, $value)) {
            $kept[$name] = $value;
        } else {
            add_settings_error('somewall', $name, sprintf(somewall_say('wrong'), somewall_say($name)));
        }
    }
    return $kept;
}

function somewall_page(): void
{
    $set = somewall_settings();
    $works = $set['service'] !== '' && somewall_fragment($set['service'], somewall_read([])) !== '';
    ?>
    <div class="wrap">
        <h1>Somewall</h1>
        <p><?php echo esc_html(somewall_say('how')); ?> <code>[somewall]</code></p>
        <div class="notice notice-<?php echo $works ? 'success' : 'warning'; ?> inline">
            <p><?php echo esc_html(somewall_say($works ? 'works' : 'away')); ?></p>
        </div>
        <form method="post" action="options.php">
            <?php settings_fields('somewall'); ?>
            <table class="form-table" role="presentation">
                <?php foreach (['service', 'place', 'wall'] as $name) : ?>
                    <tr>
                        <th scope="row">
                            <label for="somewall-<?php echo esc_attr($name); ?>">
                                <?php echo esc_html(somewall_say($name)); ?>
                            </label>
                        </th>
                        <td>
                            <input class="regular-text" required
                                id="somewall-<?php echo esc_attr($name); ?>"
                                name="somewall[<?php echo esc_attr($name); ?>]"
                                type="<?php echo $name === 'service' ? 'url' : 'text'; ?>"
                                value="<?php echo esc_attr($set[$name]); ?>">
                        </td>
                    </tr>
                <?php endforeach; ?>
            </table>
            <?php submit_button(); ?>
        </form>
    </div>
    <?php
}
