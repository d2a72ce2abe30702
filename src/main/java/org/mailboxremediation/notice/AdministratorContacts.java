package org.mailboxremediation.notice;

import java.util.List;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.Organisation;
import org.springframework.stereotype.Component;

/** The configured administrators' contacts, and whether they are enough (promise P6). */
@Component
final class AdministratorContacts {

    private final Organisation us;

    AdministratorContacts(Organisation us) {
        this.us = us;
    }

    List<String> all() {
        return us.administratorContacts();
    }

    /** Fewer than two, or none outside our own domains: one intruder may hold them all. */
    boolean areWeak() {
        return all().size() < 2
                || all().stream().map(MailboxAddress::parse).allMatch(contact -> us.owns(contact.domain()));
    }

    List<String> securityLeads() {
        return us.securityLeadContacts();
    }

    /** Whom an alarm goes to: the security leads, or the administrators where no lead is named. */
    List<String> alarmed() {
        return securityLeads().isEmpty() ? all() : securityLeads();
    }
}
