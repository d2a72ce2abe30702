package org.mailboxremediation.process;

import java.util.List;
import org.mailboxremediation.incident.MailboxAddress;

/** Why a report makes no case: a business failure, with a sentence for the reporter. */
public final class ReportRefused extends RuntimeException {

    /** What is wrong with the reported address. */
    public enum Reason {
        UNKNOWN_MAILBOX,
        ALIAS,
        FOREIGN_DOMAIN
    }

    private static final String EXCHANGE_ARTICLE =
            "https://docs.rackspace.com/docs/secure-a-compromised-exchange-mailbox";

    private final Reason reason;
    private final transient List<MailboxAddress> mailboxes;

    private ReportRefused(Reason reason, String sentence, List<MailboxAddress> mailboxes) {
        super(sentence, null, false, false);
        this.reason = reason;
        this.mailboxes = List.copyOf(mailboxes);
    }

    static ReportRefused unknownMailbox(MailboxAddress mailbox) {
        return new ReportRefused(
                Reason.UNKNOWN_MAILBOX,
                "There is no Rackspace Email mailbox " + mailbox.asString()
                        + ". Check the address; for an Exchange mailbox follow " + EXCHANGE_ARTICLE + " instead.",
                List.of());
    }

    static ReportRefused alias(MailboxAddress alias, List<MailboxAddress> members) {
        return new ReportRefused(
                Reason.ALIAS,
                alias.asString() + " is an alias. Report the mailbox behind it: "
                        + String.join(
                                ", ",
                                members.stream().map(MailboxAddress::asString).toList()) + ".",
                members);
    }

    static ReportRefused foreignDomain(MailboxAddress mailbox) {
        return new ReportRefused(
                Reason.FOREIGN_DOMAIN,
                "The domain " + mailbox.domain() + " is not one of this organisation's Rackspace Email domains. For an"
                        + " Exchange mailbox follow " + EXCHANGE_ARTICLE + " instead.",
                List.of());
    }

    public Reason reason() {
        return reason;
    }

    /** The mailboxes behind a reported alias; empty otherwise. */
    public List<MailboxAddress> mailboxes() {
        return mailboxes;
    }
}
