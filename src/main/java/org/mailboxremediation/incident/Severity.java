package org.mailboxremediation.incident;

/** How bad triage takes the case to be, from the least to the worst. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
