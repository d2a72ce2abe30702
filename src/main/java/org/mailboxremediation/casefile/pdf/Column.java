package org.mailboxremediation.casefile.pdf;

/**
 * A table's column.
 *
 * @param title its head
 * @param share of the width, in hundredths
 */
public record Column(String title, float share) {}
