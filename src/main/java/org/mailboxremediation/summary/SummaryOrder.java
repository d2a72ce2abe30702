package org.mailboxremediation.summary;

/**
 * What the cases are sorted by; ties by id. What has not happened yet is later, and longer, than everything that has.
 *
 * @param descending the latest, longest, worst or last one first
 */
public record SummaryOrder(Column by, boolean descending) {

    /** The newest report first. */
    public static final SummaryOrder NEWEST = new SummaryOrder(Column.REPORTED, true);

    /** What can be sorted by. Each has an index. */
    public enum Column {
        REPORTED("reported_at"),
        CLOSED("closed_at"),
        LOCK_OUT("lock_out_ms"),
        MAILBOX("mailbox"),
        SEVERITY("severity_rank");

        private final String name;

        Column(String name) {
            this.name = name;
        }
    }

    /** The clause: nothing in it comes from outside. */
    String sql() {
        String direction = descending ? " desc nulls first" : " asc nulls last";
        return " order by s." + by.name + direction + ", s.incident_id" + (descending ? " desc" : " asc");
    }
}
