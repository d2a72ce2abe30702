package org.mailboxremediation.sandbox.rackspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.sandbox.SettableClock;

class ThrottleTest {

    private final SettableClock clock = new SettableClock();

    @Test
    void theLimitIsPerUserAndReadsAndWritesAreApart() {
        Throttle throttle = throttle("fixed");
        assertThat(admitted(throttle, "one", true, 3)).isEqualTo(2);
        assertThat(admitted(throttle, "one", false, 3)).isEqualTo(1);
        assertThat(admitted(throttle, "two", true, 3)).isEqualTo(2);
    }

    @Test
    void aFixedWindowEndsWithTheMinute() {
        Throttle throttle = throttle("fixed");
        assertThat(admitted(throttle, "one", true, 9)).isEqualTo(2);
        clock.advance(Duration.ofSeconds(50));
        assertThat(admitted(throttle, "one", true, 2)).isEqualTo(2);
    }

    @Test
    void refusedCallsCountInASlidingWindow() {
        Throttle throttle = throttle("sliding");
        assertThat(admitted(throttle, "one", true, 2)).isEqualTo(2);
        for (int second = 0; second < 180; second += 20) {
            clock.advance(Duration.ofSeconds(20));
            assertThat(admitted(throttle, "one", true, 1)).isZero();
        }
        clock.advance(Duration.ofSeconds(61));
        assertThat(admitted(throttle, "one", true, 1)).isEqualTo(1);
    }

    @Test
    void zeroIsUnlimited() {
        Throttle throttle = new Throttle(Settings.with(Map.of("remediation.sandbox.reads-per-minute", "0")), clock);
        assertThat(admitted(throttle, "one", true, 500)).isEqualTo(500);
    }

    private Throttle throttle(String window) {
        return new Throttle(
                Settings.with(Map.of(
                        "remediation.sandbox.reads-per-minute", "2",
                        "remediation.sandbox.writes-per-minute", "1",
                        "remediation.sandbox.assume.throttle-window", window)),
                clock);
    }

    private static int admitted(Throttle throttle, String user, boolean read, int calls) {
        int admitted = 0;
        for (int call = 0; call < calls; call++) {
            try {
                throttle.admit(user, read);
                admitted++;
            } catch (Fault refused) {
                assertThat(refused.text()).isEqualTo("Exceeded request limits");
            }
        }
        return admitted;
    }
}
