<?php
/**
 * The wall's list from the service: kept for a minute, cleaned, and the last good one for when the service is away.
 */

defined('ABSPATH') || exit;

/** Seconds: how old a list may be, and how long a service that did not answer is left alone. */
const SOMEWALL_FRESH = 60;
const SOMEWALL_PATIENCE = 3;

/** The list as safe HTML; empty when there is none. */
function somewall_fragment(string $service, array $asked): string
{
    $query = array_diff_key($asked, ['place' => '', 'wall' => '']);
    $url = add_query_arg($query, $service . '/fragment/' . $asked['place'] . '/' . $asked['wall']);
    $key = 'somewall_' . md5($url);
    $kept = get_transient($key . '_last');
    $html = is_array($kept) ? (string) $kept['html'] : '';
    if (get_transient($key) !== false) {
        return $html;
    }
    // Whoever comes while this one asks is given what there is.
    set_transient($key, '1', SOMEWALL_PATIENCE + 2);
    $answer = wp_remote_get($url, [
        'timeout' => SOMEWALL_PATIENCE,
        'redirection' => 1,
        'limit_response_size' => 2 * MB_IN_BYTES,
        'headers' => $html !== '' ? ['If-None-Match' => $kept['etag']] : [],
    ]);
    $status = (int) wp_remote_retrieve_response_code($answer);
    if ($status === 200) {
        $html = somewall_clean(wp_remote_retrieve_body($answer));
        $etag = (string) wp_remote_retrieve_header($answer, 'etag');
        set_transient($key . '_last', ['html' => $html, 'etag' => $etag], WEEK_IN_SECONDS);
    } elseif ($status === 404) {
        // The wall is no more: neither is its copy.
        delete_transient($key . '_last');
        $html = '';
    }
    set_transient($key, '1', SOMEWALL_FRESH);
    return $html;
}

/** What a wall is made of, and nothing else: a page is not changed by what a service may come to send. */
function somewall_clean(string $html): string
{
    $names = 'class id lang dir role tabindex title hidden data-* aria-label aria-labelledby aria-describedby '
        . 'aria-hidden aria-current aria-live aria-controls aria-expanded';
    $of = function (string $more) use ($names) {
        return array_fill_keys(array_filter(explode(' ', "$names $more")), true);
    };
    $plain = 'section header footer nav div p ul ol li span b i strong em br h1 h2 h3 h4 h5 h6 summary figure figcaption';
    return wp_kses($html, array_fill_keys(explode(' ', $plain), $of('')) + [
        'a' => $of('href rel'),
        'blockquote' => $of('cite'),
        'details' => $of('open'),
        'img' => $of('src srcset sizes width height alt loading decoding'),
        'link' => ['rel' => true, 'href' => true],
        'path' => ['d' => true],
        'svg' => $of('viewbox'),
        'time' => $of('datetime'),
    ], ['http', 'https']);
}
