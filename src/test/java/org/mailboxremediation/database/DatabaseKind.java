package org.mailboxremediation.database;

import java.util.Locale;

/** The database engines that the product runs on. */
public enum DatabaseKind {
    H2,
    POSTGRESQL;

    /** The tag of the tests that run on both engines. */
    public static final String TAG = "database";

    /** The tag of those among them that are slow and about something else than the database: on H2 only. */
    public static final String ONCE = "once";

    /**
     * What the build asks for by {@code -Dremediation.test.database=h2|postgresql}, H2 without. {@code mvn verify} runs the
     * tests tagged {@value #TAG} once with each, but those tagged {@value #ONCE} with H2 only.
     */
    public static DatabaseKind chosen() {
        return valueOf(System.getProperty("remediation.test.database", "h2").toUpperCase(Locale.ROOT));
    }
}
