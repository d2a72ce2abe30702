package org.mailboxremediation.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.mailboxremediation.incident.AttestationKind;
import org.mailboxremediation.incident.Attestations;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.MailboxProvider;
import org.springframework.stereotype.Component;

/** Where the mailbox's mail goes, asked of the provider while the case does not know it yet. */
@Component
final class LiveRoutes {

    private final MailboxProvider provider;
    private final QuestionBox box;
    private final Attestations attestations;

    LiveRoutes(MailboxProvider provider, QuestionBox box, Attestations attestations) {
        this.box = box;
        this.provider = provider;
        this.attestations = attestations;
    }

    /**
     * Forwarding targets, and aliases if one of the recipients may be one. Empty once the settings were read into the
     * case: they are known from there, and a read of the provider's budget is saved.
     *
     * @throws org.mailboxremediation.mailbox.ProviderFailure if the provider cannot say
     */
    List<String> of(Incident incident, List<Notice> notices) {
        return notices.isEmpty() ? List.of() : of(incident, notices, known(List.of(incident.id())));
    }

    /** The same for one of many cases, of which it is known in which the settings were read. */
    List<String> of(Incident incident, List<Notice> notices, Set<String> known) {
        if (notices.isEmpty() || known.contains(incident.id())) {
            return List.of();
        }
        boolean aliasesToo = notices.stream()
                .anyMatch(notice ->
                        notice.recipient().endsWith("@" + incident.mailbox().domain()));
        return box.ask(() -> ask(incident.mailbox(), aliasesToo));
    }

    private List<String> ask(MailboxAddress mailbox, boolean aliasesToo) {
        List<String> routes = new ArrayList<>(provider.show(mailbox).forwarding());
        if (aliasesToo) {
            provider.aliasesOf(mailbox).forEach(alias -> routes.add(alias.asString()));
        }
        return routes;
    }

    /** Those of the cases whose settings were read. */
    Set<String> known(Collection<String> incidentIds) {
        return attestations.having(AttestationKind.SETTINGS_READ, incidentIds);
    }
}
