package org.mailboxremediation.cli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailboxremediation.evidence.trace.AddressBlock;

/** Finds address blocks in what a mail service publishes: an SPF record, a list, or JSON of any shape. */
final class RelayBlocks {

    private static final int MOST = 10_000;
    private static final int SHORTEST_V4 = 96 + 8;
    private static final int SHORTEST_V6 = 16;
    private static final Pattern BETWEEN = Pattern.compile("[\\s\",;\\[\\]{}]+");
    private static final Pattern SPF = Pattern.compile("[+?~-]?ip[46]:", Pattern.CASE_INSENSITIVE);
    private static final Pattern CIDR = Pattern.compile("[0-9A-Fa-f:.]{2,45}/[0-9]{1,3}");

    private RelayBlocks() {}

    /**
     * The blocks, each once.
     *
     * @throws IllegalArgumentException with a sentence if there are none, too many, or one so large that the list would
     *     mean nothing
     */
    static List<AddressBlock> in(String text) {
        List<AddressBlock> distinct = BETWEEN.splitAsStream(text)
                .flatMap(token -> block(token).stream())
                .distinct()
                .toList();
        if (distinct.isEmpty() || distinct.size() > MOST) {
            throw new IllegalArgumentException("holds no address blocks, or more than 10,000");
        }
        if (distinct.stream().anyMatch(RelayBlocks::isTooLarge)) {
            throw new IllegalArgumentException("holds a block larger than an IPv4 /8 or an IPv6 /16");
        }
        return distinct;
    }

    /** In CIDR form, as {@link AddressBlock#parse} reads it. */
    static String text(AddressBlock block) {
        return block.base() + "/" + (block.base().isV4() ? block.prefix() - 96 : block.prefix());
    }

    private static Optional<AddressBlock> block(String token) {
        boolean mechanism = SPF.matcher(token).lookingAt();
        String bare = mechanism ? token.substring(token.indexOf(':') + 1) : token;
        if (!mechanism && !CIDR.matcher(bare).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(AddressBlock.parse(bare));
        } catch (IllegalArgumentException noBlock) {
            return Optional.empty();
        }
    }

    private static boolean isTooLarge(AddressBlock block) {
        return block.prefix() < (block.base().isV4() ? SHORTEST_V4 : SHORTEST_V6);
    }
}
