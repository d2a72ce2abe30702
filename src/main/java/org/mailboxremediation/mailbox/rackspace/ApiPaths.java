package org.mailboxremediation.mailbox.rackspace;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.BlockListKind;
import org.springframework.web.util.UriUtils;

/** Where each thing is. Every segment is encoded on its own, so that no name can leave its place in the path. */
final class ApiPaths {

    private static final int PAGE = 250;

    private final String base;

    ApiPaths(RackspaceProperties properties) {
        this.base = properties.requiredBaseUrl() + "/customers/" + encode(properties.account()) + "/domains";
    }

    URI mailbox(MailboxAddress mailbox) {
        return uri(mailbox.domain(), "rs", "mailboxes", mailbox.localPart());
    }

    URI spamSettings(MailboxAddress mailbox) {
        return uri(mailbox.domain(), "rs", "mailboxes", mailbox.localPart(), "spam", "settings");
    }

    URI alias(MailboxAddress alias) {
        return uri(alias.domain(), "rs", "aliases", alias.localPart());
    }

    URI aliases(String domain, int offset) {
        return URI.create(uri(domain, "rs", "aliases") + "?size=" + PAGE + "&offset=" + offset);
    }

    URI blockList(String scope, BlockListKind kind) {
        return listUri(scope, name(kind));
    }

    URI blockEntry(String scope, BlockListKind kind, String entry) {
        return listUri(scope, name(kind), entry);
    }

    private URI listUri(String scope, String... rest) {
        int at = scope.lastIndexOf('@');
        Stream<String> front = at < 0
                ? Stream.of(scope, "spam")
                : Stream.of(scope.substring(at + 1), "rs", "mailboxes", scope.substring(0, at), "spam");
        return uri(Stream.concat(front, Stream.of(rest)).toArray(String[]::new));
    }

    private static String name(BlockListKind kind) {
        return kind == BlockListKind.IP ? "ipblocklist" : "blocklist";
    }

    private URI uri(String... segments) {
        return URI.create(Stream.of(segments).map(ApiPaths::encode).collect(Collectors.joining("/", base + "/", "")));
    }

    /** All but unreserved characters; a segment of dots alone would still be climbed over. */
    private static String encode(String segment) {
        if (segment.isEmpty() || segment.chars().allMatch(c -> c == '.')) {
            throw new IllegalArgumentException("not a name");
        }
        return UriUtils.encode(segment, StandardCharsets.UTF_8);
    }
}
