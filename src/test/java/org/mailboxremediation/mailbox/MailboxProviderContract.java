package org.mailboxremediation.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.MailboxAddress;

/**
 * What every provider must do. Alice is enabled, forwards mail and has her auto-reply on; sales delivers to Bob and Carol;
 * there is no Nobody.
 */
public interface MailboxProviderContract {

    MailboxAddress ALICE = MailboxAddress.parse("alice@example.com");
    MailboxAddress BOB = MailboxAddress.parse("bob@example.com");
    MailboxAddress CAROL = MailboxAddress.parse("carol@example.com");
    MailboxAddress SALES = MailboxAddress.parse("sales@example.com");
    MailboxAddress NOBODY = MailboxAddress.parse("nobody@example.com");
    Secret NEW = Secret.of("Contract-7-New-Password");

    /** The provider, its mailboxes as they were at first. */
    MailboxProvider provider();

    /** Whether the mail system lets in. */
    boolean letsIn(MailboxAddress mailbox, Secret password);

    /** Alice's password at first. */
    Secret alicesPassword();

    @Test
    default void showsAMailbox() {
        MailboxState shown = provider().show(ALICE);

        assertThat(shown.enabled()).isTrue();
        assertThat(shown.forwarding()).isNotEmpty();
        assertThat(shown.autoReply()).isTrue();
        assertThat(shown.autoReplyText()).isNotBlank();
    }

    @Test
    default void knowsWhichMailboxesThereAreNot() {
        assertThatThrownBy(() -> provider().show(NOBODY)).isInstanceOf(ProviderFailure.UnknownMailbox.class);
        assertThatThrownBy(() -> provider().changePassword(NOBODY, NEW))
                .isInstanceOf(ProviderFailure.UnknownMailbox.class);
        assertThatThrownBy(() -> provider().setEnabled(NOBODY, false))
                .isInstanceOf(ProviderFailure.UnknownMailbox.class);
    }

    @Test
    default void changesThePasswordAndNothingElse() {
        MailboxState before = provider().show(ALICE);
        assertThat(letsIn(ALICE, alicesPassword())).isTrue();

        provider().changePassword(ALICE, NEW);
        provider().changePassword(ALICE, NEW);

        assertThat(letsIn(ALICE, alicesPassword())).isFalse();
        assertThat(letsIn(ALICE, NEW)).isTrue();
        assertThat(provider().show(ALICE)).isEqualTo(before);
    }

    @Test
    default void changesThePasswordAndBlocksAtOnce() {
        provider().changePasswordAndBlock(ALICE, NEW);

        assertThat(provider().show(ALICE).enabled()).isFalse();
        assertThat(letsIn(ALICE, NEW)).isFalse();
        assertThat(letsIn(ALICE, alicesPassword())).isFalse();
        provider().setEnabled(ALICE, true);
        assertThat(letsIn(ALICE, NEW)).isTrue();
    }

    @Test
    default void blocksAndRestoresAccess() {
        provider().setEnabled(ALICE, false);
        provider().setEnabled(ALICE, false);
        assertThat(provider().show(ALICE).enabled()).isFalse();
        assertThat(letsIn(ALICE, alicesPassword())).isFalse();

        provider().setEnabled(ALICE, true);
        assertThat(provider().show(ALICE).enabled()).isTrue();
        assertThat(letsIn(ALICE, alicesPassword())).isTrue();
    }

    @Test
    default void clearsForwarding() {
        provider().clearForwarding(ALICE);
        provider().clearForwarding(ALICE);

        assertThat(provider().show(ALICE).forwarding()).isEmpty();
        assertThat(provider().show(ALICE).saveForwarded()).isTrue();
        assertThat(provider().show(ALICE).autoReply()).isTrue();
    }

    @Test
    default void forwardsToExactlyWhatItIsTold() {
        provider().setForwarding(ALICE, List.of("one@example.net", "two@example.com"));
        provider().setForwarding(ALICE, List.of("one@example.net", "two@example.com"));

        assertThat(provider().show(ALICE).forwarding()).containsExactlyInAnyOrder("one@example.net", "two@example.com");
        assertThat(provider().show(ALICE).saveForwarded()).isTrue();
        assertThat(provider().show(ALICE).autoReply()).isTrue();
    }

    @Test
    default void setsTheAutoReply() {
        provider().clearAutoReply(ALICE);

        provider().setAutoReply(ALICE, "Away & back on 1+1 May, 100 %");

        assertThat(provider().show(ALICE).autoReply()).isTrue();
        assertThat(provider().show(ALICE).autoReplyText()).isEqualTo("Away & back on 1+1 May, 100 %");
        assertThat(provider().show(ALICE).forwarding()).isNotEmpty();
    }

    @Test
    default void sendsFlaggedMailAway() {
        provider().setSpamForwarding(ALICE, "flagged@example.com");

        assertThat(provider().spamForwarding(ALICE)).contains("flagged@example.com");
        provider().clearSpamForwarding(ALICE);
        assertThat(provider().spamForwarding(ALICE)).isEmpty();
    }

    @Test
    default void clearsTheAutoReply() {
        provider().clearAutoReply(ALICE);

        assertThat(provider().show(ALICE).autoReply()).isFalse();
        assertThat(provider().show(ALICE).autoReplyText()).isEmpty();
        assertThat(provider().show(ALICE).forwarding()).isNotEmpty();
    }

    @Test
    default void keepsFlaggedMailInTheMailbox() {
        provider().clearSpamForwarding(ALICE);

        assertThat(provider().spamForwarding(ALICE)).isEmpty();
    }

    @Test
    default void knowsWhomAnAliasDeliversTo() {
        assertThat(provider().aliasMembers(SALES)).containsExactlyInAnyOrder(BOB, CAROL);
        assertThat(provider().aliasMembers(NOBODY)).isEmpty();
        assertThat(provider().aliasesOf(BOB)).contains(SALES);
        assertThat(provider().aliasesOf(ALICE)).doesNotContain(SALES);
    }

    @ParameterizedTest
    @EnumSource(BlockListKind.class)
    default void blocksAndUnblocksASender(BlockListKind kind) {
        blocksAndUnblocks("example.com", "bob@example.com", kind);
        blocksAndUnblocks("bob@example.com", "example.com", kind);
    }

    private void blocksAndUnblocks(String scope, String other, BlockListKind kind) {
        String entry = kind == BlockListKind.IP ? "192.0.2.7" : "bad@example.net";
        provider().block(scope, kind, entry);
        provider().block(scope, kind, entry);
        assertThat(provider().blockList(scope, kind)).containsOnlyOnce(entry);
        assertThat(provider().blockList(other, kind)).doesNotContain(entry);

        provider().unblock(scope, kind, entry);
        provider().unblock(scope, kind, entry);
        assertThat(provider().blockList(scope, kind)).doesNotContain(entry);
    }
}
