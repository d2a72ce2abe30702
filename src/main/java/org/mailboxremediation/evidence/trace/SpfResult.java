package org.mailboxremediation.evidence.trace;

/** What our side's SPF check said of the return path (RFC 7208 §2.6). */
public enum SpfResult {
    PASS,
    FAIL,
    SOFTFAIL,
    NEUTRAL,
    NONE,
    TEMPERROR,
    PERMERROR
}
