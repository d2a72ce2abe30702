package org.mailboxremediation.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class ConnectionUsersTest {

    private static final String ALICE = "alice@example.com";

    private final LiveSessions sessions = new LiveSessions();
    private final AtomicInteger ended = new AtomicInteger();

    @Test
    void aChangeWhileThePasswordIsBeingCheckedEndsTheConnection() {
        ConnectionUsers users = users((address, password) -> {
            sessions.drop(address);
            return true;
        });
        assertThat(users.test(ALICE, "old")).isTrue();
        assertThat(ended).hasValue(1);
    }

    @Test
    void aChangeAfterTheLoginEndsTheConnectionOnce() {
        users((address, password) -> true).test("Alice@Example.com ", "old");
        sessions.drop(ALICE);
        sessions.drop(ALICE);
        assertThat(ended).hasValue(1);
    }

    @Test
    void aRefusedLoginIsNotDropped() {
        ConnectionUsers users = users((address, password) -> false);
        assertThat(users.test(ALICE, "wrong")).isFalse();
        sessions.drop(ALICE);
        assertThat(ended).hasValue(0);
        assertThat(users.login()).isEmpty();
    }

    @Test
    void aConnectionThatLeftIsForgotten() {
        ConnectionUsers users = users((address, password) -> true);
        users.test(ALICE, "old");
        users.leave();
        sessions.drop(ALICE);
        assertThat(ended).hasValue(0);
    }

    private ConnectionUsers users(BiPredicate<String, String> logins) {
        return new ConnectionUsers(logins, new MailStore(), sessions, ended::incrementAndGet);
    }
}
