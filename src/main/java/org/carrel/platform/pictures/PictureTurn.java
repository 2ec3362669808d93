package org.carrel.platform.pictures;

/** How a camera was held, as its file says (EXIF 2.3, tag 0x0112): the picture is turned before that is thrown away. */
enum PictureTurn {
    NONE,
    MIRRORED,
    HALF,
    HALF_MIRRORED,
    LEFT_MIRRORED,
    RIGHT,
    RIGHT_MIRRORED,
    LEFT;

    private static final int ORIENTATION = 0x0112;
    private static final int APP1 = 0xE1;
    private static final int SCAN = 0xDA;

    /** Whether width and height change places. */
    boolean isSideways() {
        return ordinal() >= LEFT_MIRRORED.ordinal();
    }

    /** As an affine transform has it: m00 m10 m01 m11 m02 m12. @param width of the picture before; {@code height} likewise */
    double[] matrix(int width, int height) {
        return switch (this) {
            case NONE -> new double[] {1, 0, 0, 1, 0, 0};
            case MIRRORED -> new double[] {-1, 0, 0, 1, width, 0};
            case HALF -> new double[] {-1, 0, 0, -1, width, height};
            case HALF_MIRRORED -> new double[] {1, 0, 0, -1, 0, height};
            case LEFT_MIRRORED -> new double[] {0, 1, 1, 0, 0, 0};
            case RIGHT -> new double[] {0, 1, -1, 0, height, 0};
            case RIGHT_MIRRORED -> new double[] {0, -1, -1, 0, height, width};
            case LEFT -> new double[] {0, -1, 1, 0, 0, width};
        };
    }

    /** None for whatever is no JPEG, says nothing, or is broken. */
    static PictureTurn of(byte[] file) {
        if (file.length < 4 || at(file, 0) != 0xFF || at(file, 1) != 0xD8) return NONE;
        var place = 2;
        while (place + 4 <= file.length && at(file, place) == 0xFF) {
            var marker = at(file, place + 1);
            if (marker == SCAN) return NONE;
            var length = at(file, place + 2) << 8 | at(file, place + 3);
            if (marker == APP1 && length >= 16) return exif(file, place + 4, Math.min(file.length, place + 2 + length));
            place += 2 + Math.max(2, length);
        }
        return NONE;
    }

    private static PictureTurn exif(byte[] file, int from, int until) {
        var tiff = from + 6;
        if (tiff + 8 > until || file[from] != 'E' || file[from + 1] != 'x') return NONE;
        var little = file[tiff] == 'I';
        var directory = tiff + number(file, tiff + 4, 4, little, until);
        var entries = number(file, directory, 2, little, until);
        for (var i = 0; i < entries; i++) {
            var entry = directory + 2 + 12 * i;
            if (entry < tiff || entry + 12 > until) return NONE;
            if (number(file, entry, 2, little, until) != ORIENTATION) continue;
            var value = number(file, entry + 8, 2, little, until);
            return value >= 1 && value <= values().length ? values()[value - 1] : NONE;
        }
        return NONE;
    }

    /** 0 beyond the end. */
    private static int number(byte[] file, int from, int bytes, boolean little, int until) {
        if (from < 0 || from + bytes > until) return 0;
        var number = 0;
        for (var i = 0; i < bytes; i++) {
            var shift = little ? i : bytes - 1 - i;
            number |= at(file, from + i) << 8 * shift;
        }
        return number;
    }

    private static int at(byte[] file, int place) {
        return file[place] & 0xFF;
    }
}
