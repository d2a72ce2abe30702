package org.mailboxremediation.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** The forms a case file is given in. */
enum CaseFileFormat {
    ZIP("application/zip"),
    JSON(MediaType.APPLICATION_JSON_VALUE),
    PDF(MediaType.APPLICATION_PDF_VALUE);

    private final String mediaType;

    CaseFileFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The format with that name; {@link #ZIP} for none. */
    static CaseFileFormat of(@Nullable String name) {
        if (name == null) {
            return ZIP;
        }
        for (CaseFileFormat format : values()) {
            if (format.ending().equals(name)) {
                return format;
            }
        }
        throw Problem.field("format", "must be zip, json or pdf");
    }

    String mediaType() {
        return mediaType;
    }

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
