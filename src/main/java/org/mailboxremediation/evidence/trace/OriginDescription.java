package org.mailboxremediation.evidence.trace;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An origin report as programs read it: the same on the command line and over HTTP. Constants are in lower case.
 *
 * @param returnPath the envelope sender, a claim unless SPF passed; "" for the null sender, null where there is none
 * @param originatingIp the address that our own side saw; null unless the boundary was found
 * @param boundary {@code found}, {@code none} or {@code undetermined}
 * @param sharedRelay the mail service that the address belongs to; null where it is none that many share
 * @param spf our own side's verdict; null where it gave none
 * @param dkim likewise
 * @param dmarc likewise
 * @param mismatches {@code from_vs_return_path}, {@code from_vs_reply_to}, by organisational domain
 * @param hops the Received lines from the top: {@code own}, one {@code boundary}, {@code claim}
 * @param from the author's address, a claim
 * @param replyTo where answers go, a claim
 * @param authenticatedAs whom our own side says it let in; "" without a name, null for none
 * @param senderId X-Sender-Id or X-Auth-ID, a claim
 * @param claimedIps X-Originating-IP, a claim
 * @param messageId Message-ID, a claim
 * @param notes what a person should know
 * @param unreadable why the message could not be read; null where it could
 */
public record OriginDescription(
        @Nullable String returnPath,
        @Nullable String originatingIp,
        String boundary,
        @Nullable String sharedRelay,
        @Nullable String spf,
        @Nullable String dkim,
        @Nullable String dmarc,
        List<String> mismatches,
        List<DescribedHop> hops,
        @Nullable String from,
        List<String> replyTo,
        @Nullable String authenticatedAs,
        @Nullable String senderId,
        List<String> claimedIps,
        @Nullable String messageId,
        List<String> notes,
        @Nullable String unreadable) {

    /** A {@link Hop} with its role in lower case. */
    public record DescribedHop(
            String role,
            @Nullable String address,
            @Nullable String helo,
            @Nullable String by,
            @Nullable String with,
            @Nullable String login) {

        static DescribedHop of(Hop hop) {
            return new DescribedHop(lower(hop.role()), hop.address(), hop.helo(), hop.by(), hop.with(), hop.login());
        }
    }

    /** Describes a report. */
    public static OriginDescription of(OriginReport report) {
        Identity identity = report.identity();
        SpfResult spf = report.spf();
        return new OriginDescription(
                report.returnPath(),
                report.originatingIp(),
                lower(report.boundary()),
                report.sharedRelay(),
                spf == null ? null : lower(spf),
                report.dkim(),
                report.dmarc(),
                identity.mismatches().stream().map(OriginDescription::lower).toList(),
                report.hops().stream().map(DescribedHop::of).toList(),
                identity.from(),
                identity.replyTo(),
                identity.authenticatedAs(),
                identity.senderId(),
                identity.claimedIps(),
                identity.messageId(),
                report.notes(),
                report.unreadable());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
