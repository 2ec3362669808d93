package org.carrel.devices.files;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.carrel.devices.RepairChanged.Why;
import org.carrel.devices.rules.PhotoTurn;

/** A picture that somebody sent, drawn anew as JPEG: no place, no name of the camera, and nothing else that was hidden in the file. */
public sealed interface PhotoFile {
    /** In bytes: what a phone's camera makes at its best. */
    int MOST_BYTES = 12_000_000;

    @SuppressWarnings("ArrayRecordComponent") // bytes of a file, never compared
    record Photo(byte[] jpeg, int width, int height) implements PhotoFile {}

    /** It is none, or too much of one. */
    record Bad(Why why) implements PhotoFile {}

    /** Reads no more than {@link #MOST_BYTES}, and looks at the size of the picture before it is unpacked. */
    static PhotoFile read(InputStream file) {
        try {
            var bytes = file.readNBytes(MOST_BYTES + 1);
            if (bytes.length == 0) return new Bad(Why.NO_FILE);
            if (bytes.length > MOST_BYTES) return new Bad(Why.FILE_TOO_LARGE);
            return Redrawing.of(bytes);
        } catch (IOException | RuntimeException e) {
            // Libraries of pictures throw what they like at files that are made to hurt.
            return new Bad(Why.NO_PICTURE);
        }
    }

    /** Makes one of the other. */
    final class Redrawing {
        /** Longest side that is kept, in pixels. */
        private static final int SIDE = 1600;
        /** Longest side that is read: more is no photo of a camera. */
        private static final int MOST_SIDE = 16_000;
        /** Most pixels that are unpacked. */
        private static final long MOST_PIXELS = 4_000_000;

        private static final float QUALITY = 0.82f;
        private static final Set<String> KINDS = Set.of("jpeg", "png");

        private Redrawing() {}

        private static PhotoFile of(byte[] bytes) throws IOException {
            try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
                var readers = ImageIO.getImageReaders(in);
                if (!readers.hasNext()) return new Bad(Why.NO_PICTURE);
                var reader = readers.next();
                try {
                    reader.setInput(in, true, true);
                    if (!KINDS.contains(reader.getFormatName().toLowerCase(Locale.ROOT)))
                        return new Bad(Why.NO_PICTURE);
                    return of(reader, PhotoTurn.of(bytes));
                } finally {
                    reader.dispose();
                }
            }
        }

        private static PhotoFile of(ImageReader reader, PhotoTurn turn) throws IOException {
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            if (width > MOST_SIDE || height > MOST_SIDE) return new Bad(Why.PICTURE_TOO_LARGE);
            var param = reader.getDefaultReadParam();
            var step = 1;
            while ((long) (width / step) * (height / step) > MOST_PIXELS) step++;
            param.setSourceSubsampling(step, step, 0, 0);
            return written(drawn(reader.read(0, param), turn));
        }

        private static BufferedImage drawn(BufferedImage read, PhotoTurn turn) {
            var scale = Math.min(1.0, (double) SIDE / Math.max(read.getWidth(), read.getHeight()));
            var width = Math.max(1, (int) Math.round(read.getWidth() * scale));
            var height = Math.max(1, (int) Math.round(read.getHeight() * scale));
            var made = new BufferedImage(
                    turn.isSideways() ? height : width, turn.isSideways() ? width : height, BufferedImage.TYPE_INT_RGB);
            var graphics = made.createGraphics();
            try {
                graphics.setColor(Color.WHITE);
                graphics.fillRect(0, 0, made.getWidth(), made.getHeight());
                graphics.setRenderingHint(
                        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
                var way = new AffineTransform(turn.matrix(width, height));
                way.scale((double) width / read.getWidth(), (double) height / read.getHeight());
                graphics.drawImage(read, way, null);
            } finally {
                graphics.dispose();
            }
            return made;
        }

        private static PhotoFile written(BufferedImage image) throws IOException {
            var bytes = new ByteArrayOutputStream();
            var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            try (var out = new MemoryCacheImageOutputStream(bytes)) {
                writer.setOutput(out);
                var param = writer.getDefaultWriteParam();
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
                writer.write(null, new IIOImage(image, null, null), param);
            } finally {
                writer.dispose();
            }
            return new Photo(bytes.toByteArray(), image.getWidth(), image.getHeight());
        }
    }
}
