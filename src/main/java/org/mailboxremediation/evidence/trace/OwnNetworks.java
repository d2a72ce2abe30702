package org.mailboxremediation.evidence.trace;

import java.util.List;
import java.util.stream.Stream;

/** The networks a message passes through on our side: the configured ones, and those that no stranger can come from. */
public final class OwnNetworks {

    /** RFC 1918, RFC 1122 §3.2.1.3, RFC 3927, RFC 6598, RFC 4291 §2.5, RFC 4193. */
    private static final List<AddressBlock> NEVER_FOREIGN = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "100.64.0.0/10",
                    "::/127",
                    "fe80::/10",
                    "fc00::/7")
            .map(AddressBlock::parse)
            .toList();

    private final List<AddressBlock> configured;

    private OwnNetworks(List<AddressBlock> configured) {
        this.configured = configured;
    }

    /**
     * The given blocks beside the built-in ones.
     *
     * @param blocks CIDR blocks or single addresses
     * @throws IllegalArgumentException if one is neither
     */
    public static OwnNetworks of(List<String> blocks) {
        return new OwnNetworks(blocks.stream().map(AddressBlock::parse).toList());
    }

    /** Whether the address is private, loopback, link-local or shared (CGNAT). */
    public static boolean isPrivate(IpAddress address) {
        return NEVER_FOREIGN.stream().anyMatch(block -> block.contains(address));
    }

    /** Whether the address is on our side. */
    public boolean contains(IpAddress address) {
        return isPrivate(address) || configured.stream().anyMatch(block -> block.contains(address));
    }

    /** Whether any address of the block is on our side. */
    public boolean overlaps(AddressBlock block) {
        return Stream.concat(NEVER_FOREIGN.stream(), configured.stream()).anyMatch(block::overlaps);
    }
}
