package org.carrel.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.carrel.circulation.TestDesk;
import org.carrel.fixtures.Staff;
import org.carrel.lists.Covers.Put;
import org.carrel.lists.Covers.Size;
import org.carrel.platform.pictures.Redrawing;
import org.carrel.platform.pictures.Redrawing.Trouble;
import org.carrel.security.Caller;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Covers through their door, on the product's database. */
class CoversIT {
    private TestDesk desk;
    private Caller technician;
    private Covers covers;
    private long bib;

    @BeforeEach
    void open() {
        desk = TestDesk.open();
        technician = Staff.of(Role.TECHNICIAN).caller();
        covers = new Covers(desk.database, desk.clock);
        bib = desk.number("select bib_id from item where barcode = ?", desk.copy("Covered"));
    }

    @AfterEach
    void close() {
        if (desk != null) {
            covers.remove(bib);
            desk.close();
        }
    }

    private static byte[] picture(String kind, int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), kind, out);
        return out.toByteArray();
    }

    private Put put(byte[] file) {
        return covers.put(bib, new ByteArrayInputStream(file), technician);
    }

    private String path() {
        return covers.paths(List.of(bib), Size.LARGE).getOrDefault(bib, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void aPictureIsDrawnAnewInTwoSizes(String kind) throws IOException { // ST-06
        var polyglot = new ByteArrayOutputStream();
        polyglot.writeBytes(picture(kind, 1200, 1800));
        polyglot.writeBytes("<script>alert('SECRET')</script>".getBytes(StandardCharsets.US_ASCII));
        assertThat(put(polyglot.toByteArray())).isEqualTo(new Put.Kept());
        for (var size : Size.values()) {
            var jpeg = covers.find(bib, size).orElseThrow();
            assertThat(jpeg).startsWith(0xFF, 0xD8);
            assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).doesNotContain("script", "SECRET");
            var image = ImageIO.read(new ByteArrayInputStream(jpeg));
            assertThat(image.getHeight()).isEqualTo(size == Size.LARGE ? 900 : 320);
            assertThat(image.getWidth()).isEqualTo(size == Size.LARGE ? 600 : 213);
        }
    }

    @Test
    void anotherPictureHasAnotherAddressAndTheDrawnCoverComesBack() throws IOException {
        assertThat(path()).isEmpty();
        put(picture("png", 40, 60));
        var first = path();
        assertThat(first).startsWith("/cover/" + bib + "/large?v=");
        put(picture("png", 60, 40));
        assertThat(path()).isNotEqualTo(first);
        assertThat(covers.remove(bib)).isTrue();
        assertThat(path()).isEmpty();
        assertThat(covers.find(bib, Size.SMALL)).isEmpty();
        assertThat(covers.remove(bib)).isFalse();
    }

    @Test
    void whatIsNoPictureIsRefusedAndTheOneBeforeStays() throws IOException { // ST-06
        put(picture("png", 40, 60));
        var before = path();
        assertThat(put(new byte[0])).isEqualTo(new Put.Refused(Trouble.NO_FILE));
        assertThat(put("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Put.Refused(Trouble.NO_PICTURE));
        assertThat(put(picture("bmp", 4, 4))).isEqualTo(new Put.Refused(Trouble.NO_PICTURE));
        assertThat(put(bomb())).isEqualTo(new Put.Refused(Trouble.PICTURE_TOO_LARGE));
        assertThat(covers.put(bib, new Endless(), technician))
                .as("read no further than it may be")
                .isEqualTo(new Put.Refused(Trouble.FILE_TOO_LARGE));
        assertThat(path()).isEqualTo(before);
    }

    @Test
    void aTitleThatIsNotThereGetsNone() throws IOException {
        var file = new ByteArrayInputStream(picture("png", 4, 4));
        assertThat(covers.put(Long.MAX_VALUE, file, technician)).isEqualTo(new Put.Gone());
        assertThat(covers.find(Long.MAX_VALUE, Size.SMALL)).isEmpty();
    }

    /** A GIF that says it has 60,000 points a side. */
    private static byte[] bomb() throws IOException {
        var gif = picture("gif", 4, 4);
        var at = 0;
        while (gif[at] != 0x2C) at++; // where the picture begins: left, top, width, height follow
        gif[at + 5] = 0x60;
        gif[at + 6] = (byte) 0xEA;
        gif[at + 7] = 0x60;
        gif[at + 8] = (byte) 0xEA;
        return gif;
    }

    /** A file without an end. */
    private static final class Endless extends InputStream {
        private long given;

        @Override
        public int read() {
            if (++given > Redrawing.MOST_BYTES + 1L) throw new AssertionError("Read too far");
            return 0;
        }
    }
}
