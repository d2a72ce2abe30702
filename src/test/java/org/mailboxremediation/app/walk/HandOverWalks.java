package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The new password does not reach its owner: it is void, and another is made. */
abstract class HandOverWalks extends Walk {

    @Test
    void aLostPasswordIsReplaced() {
        Journey walk = Steps.cleanScan(report("PASSWORD_CHANGED"));
        String lost = walk.reveal();
        Steps.lost(walk);
        until(() -> walk.causes().size() == 2, "the second change");
        String password = Steps.toTheEnd(walk);
        assertThat(walk.causes()).containsExactly("REPORTED", "HANDOVER_LOST");
        assertThat(walk.mailbox().refuses(lost)).isTrue();
        assertThat(walk.mailbox().accepts(password)).isTrue();
    }

    @Test
    void aPasswordNobodyHandedOverInTimeIsReplaced() {
        Journey walk = Steps.cleanScan(report("UNFAMILIAR_MAIL"));
        walk.task(Steps.HAND_OVER);
        assertThat(walk.refused(Steps.HAND_OVER, Map.of("answer", "HANDED_OVER", "reason", "by telephone")))
                .contains("was not revealed yet");
        letPasswordExpire(walk);
        fire("Timer_HandOverExpired", walk);
        until(() -> walk.causes().size() == 2, "the second change");
        String password = Steps.toTheEnd(walk);
        assertThat(walk.causes()).containsExactly("REPORTED", "HANDOVER_LOST");
        assertThat(walk.mailbox().accepts(password)).isTrue();
    }
}
