package org.mailboxremediation.notice;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.incident.MailboxAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices are sent ({@code remediation.notice}).
 *
 * @param from the sender's address; never a mailbox that a case may be about
 * @param linkBase where cases are worked, {@code http} or {@code https}; the case's id is appended; null for no link
 * @param call whom to call with questions, for example a telephone number: it stands in every mail
 */
@ConfigurationProperties("remediation.notice")
record NoticeProperties(
        @DefaultValue("mailbox-remediation@localhost.localdomain")
        String from,

        @Nullable String linkBase,

        @DefaultValue("your IT desk, by a number you already know")
        String call) {

    NoticeProperties {
        MailboxAddress.parse(from);
        if (linkBase != null && !linkBase.isEmpty() && !isWeb(URI.create(linkBase))) {
            throw new IllegalArgumentException("remediation.notice.link-base must be an http or https address");
        }
    }

    /** The link to a case; empty without a base. */
    String link(String incidentId) {
        return linkBase == null || linkBase.isEmpty() ? "" : linkBase + incidentId;
    }

    private static boolean isWeb(URI uri) {
        return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    }
}
