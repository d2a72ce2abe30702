package org.mailboxremediation.evidence.trace;

import java.util.Optional;

/** The text forms of an address: RFC 4291 §2.2 in, RFC 5952 §4 out. */
final class AddressText {

    private static final int LONGEST = 64;
    private static final int GROUPS = 8;

    private AddressText() {}

    static Optional<IpAddress> read(String text) {
        String bare = text.regionMatches(true, 0, "IPv6:", 0, 5) ? text.substring(5) : text;
        if (bare.length() > LONGEST) {
            return Optional.empty();
        }
        if (bare.indexOf(':') < 0) {
            long bits = v4(bare);
            return bits < 0 ? Optional.empty() : Optional.of(IpAddress.ofV4(bits));
        }
        int zone = bare.indexOf('%');
        return v6(zone < 0 ? bare : bare.substring(0, zone));
    }

    /** The 32 bits, or -1. A leading zero is refused: some readers take it for octal. */
    private static long v4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return -1;
        }
        long bits = 0;
        for (String part : parts) {
            int octet = number(part, 10, 3);
            if (octet < 0 || octet > 255 || (part.length() > 1 && part.charAt(0) == '0')) {
                return -1;
            }
            bits = bits << 8 | octet;
        }
        return bits;
    }

    private static Optional<IpAddress> v6(String text) {
        int gap = text.indexOf("::");
        int[] front = groups(gap < 0 ? text : text.substring(0, gap));
        int[] back = gap < 0 ? new int[0] : groups(text.substring(gap + 2));
        int given = front.length + back.length;
        boolean broken = front.length > GROUPS || back.length > GROUPS;
        if (broken || (gap < 0 ? given != GROUPS : given >= GROUPS)) {
            return Optional.empty();
        }
        int[] all = new int[GROUPS];
        System.arraycopy(front, 0, all, 0, front.length);
        System.arraycopy(back, 0, all, GROUPS - back.length, back.length);
        return Optional.of(new IpAddress(half(all, 0), half(all, 4)));
    }

    /** The groups of one side of {@code ::}; longer than eight where they are no groups. */
    private static int[] groups(String side) {
        int[] unreadable = new int[GROUPS + 1];
        if (side.isEmpty()) {
            return new int[0];
        }
        String[] parts = side.split(":", -1);
        long tail = v4(parts[parts.length - 1]);
        int plain = tail < 0 ? parts.length : parts.length - 1;
        int[] read = new int[tail < 0 ? plain : plain + 2];
        for (int i = 0; i < plain; i++) {
            read[i] = number(parts[i], 16, 4);
            if (read[i] < 0) {
                return unreadable;
            }
        }
        if (tail >= 0) {
            read[plain] = (int) (tail >>> 16);
            read[plain + 1] = (int) tail & 0xffff;
        }
        return read;
    }

    private static int number(String digits, int radix, int longest) {
        if (digits.isEmpty() || digits.length() > longest) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            int digit = c < 128 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }

    private static long half(int[] groups, int from) {
        return (long) groups[from] << 48
                | (long) groups[from + 1] << 32
                | (long) groups[from + 2] << 16
                | groups[from + 3];
    }

    static String dotted(long bits) {
        return (bits >>> 24 & 255) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
    }

    static String compressed(IpAddress address) {
        int start = -1;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int run = zeros(address, i);
            if (run > length) {
                start = i;
                length = run;
            }
        }
        return start < 0
                ? joined(address, 0, GROUPS)
                : joined(address, 0, start) + "::" + joined(address, start + length, GROUPS);
    }

    private static int zeros(IpAddress address, int from) {
        int end = from;
        while (end < GROUPS && address.group(end) == 0) {
            end++;
        }
        return end - from;
    }

    private static String joined(IpAddress address, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(address.group(i)));
        }
        return text.toString();
    }
}
