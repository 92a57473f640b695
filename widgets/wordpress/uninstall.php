<?php
/**
 * Leaves nothing behind: neither the settings nor a copy of a wall.
 */

defined('WP_UNINSTALL_PLUGIN') || exit;

delete_option('somewall');
global $wpdb;
$wpdb->query("DELETE FROM $wpdb->options WHERE option_name LIKE '\\_transient\\_%somewall\\_%'");
