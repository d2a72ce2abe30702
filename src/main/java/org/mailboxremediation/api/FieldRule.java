package org.mailboxremediation.api;

/**
 * What is wrong with one member of a request.
 *
 * @param field where, for example {@code devices[2].kind}
 * @param rule what holds there; never what was sent
 */
public record FieldRule(String field, String rule) {}
