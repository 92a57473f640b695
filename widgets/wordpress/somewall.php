<?php
/**
 * Plugin Name: Somewall
 * Description: Shows the social wall (someseinä) of a Somewall service: as a block, a shortcode or a pasted address. Drawn on the server, without cookies and without a request to anybody else.
 * Version: 1.0.0
 * Requires at least: 5.9
 * Requires PHP: 7.4
 * License: GPL-2.0-or-later
 * License URI: https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain: somewall
 *
 * What the service sends is kept for a minute, and the last good copy of it for a week: while the service is away the
 * page shows that copy, and without one a link.
 */

defined('ABSPATH') || exit;

require_once __DIR__ . '/fragment.php';
if (is_admin()) {
    require_once __DIR__ . '/settings.php';
}

/** What the administrator has set, over what the desk has put into the package. */
function somewall_settings(): array
{
    $packed = json_decode((string) file_get_contents(__DIR__ . '/defaults.json'), true);
    $set = array_filter((array) get_option('somewall', []), 'is_string');
    return array_merge(['service' => '', 'place' => '', 'wall' => ''], (array) $packed, array_filter($set));
}

/** A sentence in the language of the reader: Finnish, Swedish or English. */
function somewall_say(string $key): string
{
    static $words = null;
    $words = $words ?? require __DIR__ . '/words.php';
    $language = substr(is_admin() ? get_user_locale() : determine_locale(), 0, 2);
    return $words[$language][$key] ?? $words['en'][$key];
}

/** What was asked for, each value only if it is one that the service knows; the rest is as it was set. */
function somewall_read($given): array
{
    $set = somewall_settings();
    $language = substr(determine_locale(), 0, 2);
    $known = [
        'place' => '/^[a-z0-9-]{2,40}$/',
        'wall' => '/^[a-z0-9-]{2,40}$/',
        'lang' => '/^(fi|sv|en)$/',
        'layout' => '/^(grid|list)$/',
        'limit' => '/^([1-9]|[1-4][0-9]|50)$/',
        'theme' => '/^(light|dark)$/',
        'heading' => '/^[0-4]$/',
        'family' => '/^[a-z0-9-]{1,40}$/',
        'channel' => '/^[a-z]{1,20}$/',
    ];
    $asked = ['place' => $set['place'], 'wall' => $set['wall']];
    if (preg_match($known['lang'], $language)) {
        $asked['lang'] = $language;
    }
    foreach ($known as $name => $pattern) {
        $value = isset($given[$name]) && is_scalar($given[$name]) ? trim((string) $given[$name]) : '';
        if (preg_match($pattern, $value)) {
            $asked[$name] = $value;
        }
    }
    return $asked;
}

/** The wall as HTML: its list inside the element, which takes it over where scripts run. */
function somewall_wall($given): string
{
    $service = somewall_settings()['service'];
    $asked = somewall_read($given);
    if ($service === '' || $asked['place'] === '' || $asked['wall'] === '') {
        return current_user_can('edit_posts') ? '<p>' . esc_html(somewall_say('unset')) . '</p>' : '';
    }
    wp_enqueue_script('somewall', $service . '/widgets/somewall.js', [], null, true);
    $inside = somewall_fragment($service, $asked);
    if ($inside === '') {
        $address = add_query_arg(
            array_intersect_key($asked, ['lang' => '']),
            $service . '/walls/' . $asked['place'] . '/' . $asked['wall']
        );
        $inside = '<a href="' . esc_url($address) . '">' . esc_html(somewall_say('open')) . '</a>';
    }
    $attributes = '';
    foreach ($asked as $name => $value) {
        $attributes .= sprintf(' %s="%s"', $name === 'heading' ? 'heading-level' : $name, esc_attr($value));
    }
    return sprintf('<some-wall src="%s"%s>%s</some-wall>', esc_url($service), $attributes, $inside);
}

add_action('init', function () {
    add_shortcode('somewall', 'somewall_wall');
    wp_register_script(
        'somewall-block',
        plugins_url('block.js', __FILE__),
        ['wp-blocks', 'wp-element', 'wp-block-editor', 'wp-components', 'wp-server-side-render'],
        '1.0.0',
        true
    );
    $names = ['title', 'place', 'wall', 'language', 'layout', 'grid', 'list', 'number', 'theme', 'light', 'dark', 'page'];
    $words = array_combine($names, array_map('somewall_say', $names));
    wp_add_inline_script('somewall-block', 'var somewallWords = ' . wp_json_encode($words), 'before');
    $text = ['type' => 'string', 'default' => ''];
    register_block_type('somewall/wall', [
        'api_version' => 2,
        'title' => somewall_say('title'),
        'category' => 'embed',
        'icon' => 'screenoptions',
        'attributes' => array_fill_keys(
            ['place', 'wall', 'lang', 'layout', 'limit', 'theme', 'heading', 'family', 'channel'],
            $text
        ),
        'supports' => ['html' => false, 'align' => ['wide', 'full']],
        'editor_script' => 'somewall-block',
        'render_callback' => function ($given) {
            return '<div ' . get_block_wrapper_attributes() . '>' . somewall_wall($given) . '</div>';
        },
    ]);

    $service = somewall_settings()['service'];
    if ($service === '') {
        return;
    }
    // Named as a provider, the preview in the editor is no stranger's; the page itself gets the whole wall.
    wp_oembed_add_provider($service . '/*', $service . '/oembed');
    $wall = '#^' . preg_quote($service, '#') . '/(?:walls|embed)/([a-z0-9-]+)/([a-z0-9-]+)/?(?:\?([^\#]*))?(?:\#.*)?$#';
    wp_embed_register_handler('somewall', $wall, function ($found) {
        wp_parse_str(html_entity_decode($found[3] ?? ''), $query);
        $shortcode = '[somewall';
        foreach (somewall_read(['place' => $found[1], 'wall' => $found[2]] + $query) as $name => $value) {
            $shortcode .= sprintf(' %s="%s"', $name, $value);
        }
        // Not the wall itself: WordPress makes paragraphs of what stands here, and fills in shortcodes after that.
        return $shortcode . ']';
    });
});

// The list is there already: the script may come when it comes.
add_filter('script_loader_tag', function ($tag, $handle) {
    return $handle === 'somewall' ? str_replace(' src=', ' async src=', $tag) : $tag;
}, 10, 2);
