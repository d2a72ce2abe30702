package org.mailboxremediation.mailbox.rackspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.MovableClock;
import org.mailboxremediation.mailbox.ProviderFailure;
import org.mailboxremediation.outbox.Pace;
import org.mailboxremediation.outbox.Pace.Kind;

final class ApiUsersTest {

    private final MovableClock clock = new MovableClock(CaseDatabase.START);
    private final ApiUsers users = users(2, 1);

    @Test
    void addUp() {
        assertThat(users.perMinute(Kind.READ)).isEqualTo(4);
        assertThat(users.perMinute(Kind.WRITE)).isEqualTo(2);
        assertThat(users.left(Kind.WRITE)).isEqualTo(2);

        spend();
        assertThat(users.left(Kind.WRITE)).isEqualTo(1);
        assertThat(users.left(Kind.READ)).isEqualTo(4);
    }

    @Test
    void knowNoLimitWhenThereIsNone() {
        ApiUsers unlimited = users(0, 0);

        assertThat(unlimited.perMinute(Kind.WRITE)).isEqualTo(Pace.UNLIMITED);
        assertThat(unlimited.left(Kind.WRITE)).isEqualTo(Pace.UNLIMITED);
        assertThat(unlimited.until(Kind.WRITE, 10_000)).isZero();
    }

    @Test
    void leaveOnlyTheRefusedOneAlone() {
        ApiUsers.Account refused = users.take(Kind.WRITE);
        assertThat(users.refused(refused, Kind.WRITE).retryAfter()).hasSeconds(1);

        assertThat(users.left(Kind.WRITE)).isEqualTo(1);
        assertThat(users.take(Kind.WRITE)).isNotEqualTo(refused);
        assertThat(catchThrowableOfType(ProviderFailure.Unavailable.class, () -> users.take(Kind.WRITE))
                        .isBudget())
                .isTrue();
        assertThat(users.left(Kind.READ)).isEqualTo(4);
    }

    @Test
    void foretellTheTurnOfOneWhoWaits() {
        spend();
        clock.advance(Duration.ofSeconds(10));
        spend();

        assertThat(users.until(Kind.WRITE, 1)).hasSeconds(51);
        assertThat(users.until(Kind.WRITE, 2)).hasSeconds(61);
        assertThat(users.until(Kind.WRITE, 3)).hasSeconds(51 + 61);
        // 10,000 lock-outs at two writes in 61 s.
        assertThat(users.until(Kind.WRITE, 10_000)).hasSeconds(61 + 4_999 * 61);
    }

    private void spend() {
        users.ended(users.take(Kind.WRITE), Kind.WRITE);
    }

    private ApiUsers users(int reads, int writes) {
        return new ApiUsers(
                RackspaceFixture.properties(
                        "http://127.0.0.1:1/v1",
                        List.of(new ApiUser("one", "first"), new ApiUser("two", "second")),
                        reads,
                        writes),
                clock);
    }
}
