package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The provider had disabled the mailbox before anybody reported it. */
abstract class DisabledWalks extends Walk {

    private static Mailbox disabled() {
        Mailbox mailbox = freshMailbox();
        mailbox.edit("enabled", "false");
        return mailbox;
    }

    @Test
    void withANoticeOfItTheCompromiseIsTheReasonAndAccessComesBack() {
        Mailbox mailbox = disabled();
        Journey walk = report(mailbox, "DISABLED_NOTICE");
        String password = Steps.toTheEnd(Steps.cleanScan(walk));
        assertThat(mailbox.accepts(password)).isTrue();
    }

    @Test
    void withoutOneItStaysDisabled() {
        Mailbox mailbox = disabled();
        Journey walk = Steps.cleanScan(report(mailbox, "UNFAMILIAR_MAIL"));
        Steps.educated(Steps.noMessage(walk)).ends("CLOSED_CONTAINED");
        assertThat(mailbox.enabled()).isFalse();
        assertThat(walk.access()).isEqualTo("BLOCKED");
    }
}
