<?php
// Fills a WordPress from JSON on stdin: installs it the first time, then adds people, pictures, posts, a plugin.
$asked = json_decode(stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR);
$_SERVER['HTTP_HOST'] = parse_url($asked['url'], PHP_URL_HOST) . ':' . parse_url($asked['url'], PHP_URL_PORT);
$fresh = !is_dir($asked['root'] . '/wp-content/uploads');
if ($fresh) {
    define('WP_INSTALLING', true);
    mkdir($asked['root'] . '/wp-content/uploads');
}
require $asked['root'] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/image.php';

if ($fresh) {
    // No mail leaves: there is nobody to read it.
    add_filter('pre_wp_mail', '__return_true');
    wp_install($asked['title'], 'johanna', 'johanna@example.org', true, '', wp_generate_password(), 'fi');
    wp_insert_user([
        'user_login' => 'mika', 'user_pass' => wp_generate_password(), 'user_email' => 'mika@example.org',
        'display_name' => 'Mika Särkelä', 'role' => 'author',
    ]);
    foreach (get_posts(['post_type' => 'any', 'numberposts' => -1]) as $sample) wp_delete_post($sample->ID, true);
    update_option('timezone_string', 'Europe/Helsinki');
    update_option('permalink_structure', '/%year%/%monthnum%/%postname%/');
    update_option('rss_use_excerpt', 0);
    switch_theme('kunta');
    exit;
}

function add_picture(array $picture): string
{
    ['file' => $file, 'alt' => $alt] = $picture;
    $saved = wp_upload_bits(basename($file), null, file_get_contents($file));
    $id = wp_insert_attachment(['post_mime_type' => 'image/webp', 'post_title' => basename($file)], $saved['file']);
    wp_update_attachment_metadata($id, wp_generate_attachment_metadata($id, $saved['file']));
    update_post_meta($id, '_wp_attachment_image_alt', $alt);
    $image = wp_get_attachment_image($id, 'large', false, ['class' => "wp-image-$id"]);
    return "<!-- wp:image {\"id\":$id,\"sizeSlug\":\"large\"} -->\n"
        . "<figure class=\"wp-block-image size-large\">$image</figure>\n<!-- /wp:image -->";
}

if (isset($asked['plugin'])) {
    // As an administrator uploads it.
    require_once ABSPATH . 'wp-admin/includes/file.php';
    require_once ABSPATH . 'wp-admin/includes/plugin.php';
    WP_Filesystem();
    $done = unzip_file($asked['plugin'], WP_PLUGIN_DIR);
    if (is_wp_error($done)) throw new Exception($done->get_error_message());
    $done = activate_plugin('somewall/somewall.php');
    if (is_wp_error($done)) throw new Exception($done->get_error_message());
}
if (isset($asked['password'])) wp_set_password($asked['password'], get_user_by('login', 'johanna')->ID);
if (isset($asked['outdated']))
    $wpdb->query("DELETE FROM $wpdb->options WHERE option_name REGEXP '^_transient(_timeout)?_somewall_[0-9a-f]+$'");

foreach ($asked['posts'] as $post) {
    // What an author writes is cleaned by wp_kses_post; an administrator may write any HTML.
    wp_set_current_user(get_user_by('login', $post['by'] ?? 'mika')->ID);
    $text = $post['html'] . (isset($post['picture']) ? "\n\n" . add_picture($post['picture']) : '');
    $id = wp_insert_post(wp_slash([
        'post_type' => $post['type'] ?? 'post',
        'post_status' => 'draft',
        'post_title' => $post['title'],
        'post_name' => $post['slug'],
        'post_content' => $text,
        'post_password' => $post['password'] ?? '',
        'tags_input' => $post['tags'] ?? [],
        'post_date' => $post['date'] ?? current_time('mysql'),
    ]), true);
    if (is_wp_error($id)) throw new Exception($id->get_error_message());
    // As people do it: first a draft, so that the guid is not the address.
    wp_update_post(['ID' => $id, 'post_status' => 'publish', 'post_date' => $post['date'] ?? '', 'edit_date' => true]);
}
flush_rewrite_rules();
