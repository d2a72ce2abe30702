package org.mailboxremediation.notice;

/**
 * A notice's text, ready to send.
 *
 * @param subject one line
 * @param text the plain form
 * @param html the same in HTML
 */
record Letter(String subject, String text, String html) {}
