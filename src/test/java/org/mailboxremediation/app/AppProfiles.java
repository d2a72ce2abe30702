package org.mailboxremediation.app;

import org.mailboxremediation.database.DatabaseKind;
import org.springframework.test.context.ActiveProfilesResolver;

/** The sandbox, with the PostgreSQL profile where the build asks for that database. */
final class AppProfiles implements ActiveProfilesResolver {

    @Override
    public String[] resolve(Class<?> testClass) {
        return switch (DatabaseKind.chosen()) {
            case H2 -> new String[] {"sandbox"};
            case POSTGRESQL -> new String[] {"sandbox", "postgresql"};
        };
    }
}
