package org.mailboxremediation.evidence.trace;

/**
 * A block of addresses in CIDR form (RFC 4632 §3.1, RFC 4291 §2.3).
 *
 * @param base an address of the block
 * @param prefix how many leading bits count, of 128: an IPv4 prefix is 96 longer here
 */
public record AddressBlock(IpAddress base, int prefix) {

    /** Refuses a prefix that no address has. */
    public AddressBlock {
        if (prefix < 0 || prefix > 128) {
            throw new IllegalArgumentException("a prefix has 0 to 128 bits");
        }
    }

    /**
     * Reads {@code 192.0.2.0/24}, {@code 2001:db8::/32}, or one address.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static AddressBlock parse(String text) {
        String[] parts = text.strip().split("/", 2);
        IpAddress base =
                IpAddress.parse(parts[0]).orElseThrow(() -> new IllegalArgumentException("not an address block"));
        int shift = base.isV4() ? 96 : 0;
        if (parts.length == 1) {
            return new AddressBlock(base, 128);
        }
        if (!parts[1].matches("[0-9]{1,3}") || Integer.parseInt(parts[1]) > 128 - shift) {
            throw new IllegalArgumentException("not an address block: the prefix is wrong");
        }
        return new AddressBlock(base, shift + Integer.parseInt(parts[1]));
    }

    /** Whether the address lies in the block. */
    public boolean contains(IpAddress address) {
        long first = mask(Math.min(prefix, 64));
        long last = mask(Math.max(prefix - 64, 0));
        return ((base.high() ^ address.high()) & first) == 0 && ((base.low() ^ address.low()) & last) == 0;
    }

    /** Whether the two have an address in common: blocks do only where one holds the other. */
    public boolean overlaps(AddressBlock other) {
        return prefix <= other.prefix ? contains(other.base) : other.contains(base);
    }

    private static long mask(int bits) {
        return bits == 0 ? 0 : -1L << (64 - bits);
    }
}
