package org.mailboxremediation.incident;

/** How bad a case is, by {@code triage.dmn}. */
public enum Severity {
    LOW(1),
    MEDIUM(2),
    HIGH(3),
    CRITICAL(4);

    private final int rank;

    Severity(int rank) {
        this.rank = rank;
    }

    /** 1 for the mildest to 4 for the worst: what queues and lists sort by. */
    public int rank() {
        return rank;
    }
}
