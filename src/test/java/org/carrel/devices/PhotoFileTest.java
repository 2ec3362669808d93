package org.carrel.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carrel.devices.RepairChanged.Why;
import org.carrel.devices.files.PhotoFile;
import org.junit.jupiter.api.Test;

class PhotoFileTest {
    private static byte[] file(String kind, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xFF0000);
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, kind, out);
        return out.toByteArray();
    }

    private static PhotoFile read(byte[] file) {
        return PhotoFile.read(new ByteArrayInputStream(file));
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) out.writeBytes(part);
        return out.toByteArray();
    }

    /** A JPEG whose camera was held upright, with the place where it was made in it. */
    private static byte[] withExif(int orientation) throws IOException {
        var jpeg = file("jpeg", 40, 20);
        var exif = joined(
                new byte[] {(byte) 0xFF, (byte) 0xE1, 0, 46},
                "Exif\0\0".getBytes(StandardCharsets.US_ASCII),
                new byte[] {
                    'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0
                },
                "GPS-SECRET12".getBytes(StandardCharsets.US_ASCII));
        return joined(Arrays.copyOf(jpeg, 2), exif, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    @Test
    void nothingOfTheFileButThePictureIsKept() throws IOException {
        var photo = (PhotoFile.Photo) read(withExif(6));
        assertThat(new String(photo.jpeg(), StandardCharsets.ISO_8859_1))
                .doesNotContain("SECRET")
                .doesNotContain("Exif");
        // It was held upright: it is turned before that is forgotten.
        assertThat(photo.width()).isEqualTo(20);
        assertThat(photo.height()).isEqualTo(40);
    }

    @Test
    void aScreenshotBecomesAJpegOfAUsefulSize() throws IOException {
        var photo = (PhotoFile.Photo) read(file("png", 3200, 400));
        assertThat(photo.width()).isEqualTo(1600);
        assertThat(photo.height()).isEqualTo(200);
        assertThat(photo.jpeg()).startsWith(0xFF, 0xD8);
    }

    @Test
    void whatIsNoPhotoIsRefused() throws IOException { // ST-06
        assertThat(read(new byte[0])).isEqualTo(new PhotoFile.Bad(Why.NO_FILE));
        assertThat(read("<svg onload='x'/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new PhotoFile.Bad(Why.NO_PICTURE));
        assertThat(read(file("gif", 4, 4))).isEqualTo(new PhotoFile.Bad(Why.NO_PICTURE));
        assertThat(read(new byte[PhotoFile.MOST_BYTES + 1])).isEqualTo(new PhotoFile.Bad(Why.FILE_TOO_LARGE));
        assertThat(read(Arrays.copyOf(file("png", 400, 400), 60))).isInstanceOf(PhotoFile.Bad.class);
    }

    /** 50,000 pixels a side in some bytes: refused before it is unpacked. */
    @Test
    void aBombIsNotUnpacked() throws IOException {
        var png = file("png", 4, 4);
        png[18] = (byte) 0xC3;
        png[19] = 0x50;
        png[22] = (byte) 0xC3;
        png[23] = 0x50;
        assertThat(read(png)).isInstanceOf(PhotoFile.Bad.class);
    }

    @Property(tries = 300)
    void noBytesBreakIt(@ForAll byte[] noise) throws IOException {
        read(noise);
        read(joined(Arrays.copyOf(withExif(1), 30), noise));
    }
}
