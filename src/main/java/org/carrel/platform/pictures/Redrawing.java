package org.carrel.platform.pictures;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture that somebody sent, drawn anew as JPEG: no place, no name of the camera, and nothing else that was hidden in the file. Safe
 * for use by several threads.
 *
 * @param kinds what it takes, as ImageIO names them in small letters: {@code jpeg}, {@code png}, {@code gif}
 * @param sides longest side of each drawing, in pixels; a smaller picture is not made larger
 */
public record Redrawing(Set<String> kinds, List<Integer> sides) {
    /** In bytes: what a phone's camera makes at its best. */
    public static final int MOST_BYTES = 12_000_000;

    /** Longest side that is read: more is no photo of a camera. */
    private static final int MOST_SIDE = 16_000;
    /** Most pixels that are unpacked. */
    private static final long MOST_PIXELS = 4_000_000;

    private static final float QUALITY = 0.82f;

    public Redrawing {
        kinds = Set.copyOf(kinds);
        sides = List.copyOf(sides);
    }

    /** What became of the file. */
    public sealed interface Answer {
        /** @param jpegs one for each side that was asked for, in their order */
        record Drawn(List<Jpeg> jpegs) implements Answer {}

        record Bad(Trouble why) implements Answer {}
    }

    /** Why a file was not taken. */
    public enum Trouble {
        NO_FILE,
        FILE_TOO_LARGE,
        /** None at all, of another kind, or broken. */
        NO_PICTURE,
        PICTURE_TOO_LARGE
    }

    @SuppressWarnings("ArrayRecordComponent") // bytes of a file, never compared
    public record Jpeg(byte[] bytes, int width, int height) {}

    /** Reads no more than {@link #MOST_BYTES}, and looks at the size of the picture before it is unpacked. The stream is not closed. */
    public Answer read(InputStream file) {
        try {
            var bytes = file.readNBytes(MOST_BYTES + 1);
            if (bytes.length == 0) return new Answer.Bad(Trouble.NO_FILE);
            if (bytes.length > MOST_BYTES) return new Answer.Bad(Trouble.FILE_TOO_LARGE);
            return of(bytes);
        } catch (IOException | RuntimeException e) {
            // Libraries of pictures throw what they like at files that are made to hurt.
            return new Answer.Bad(Trouble.NO_PICTURE);
        }
    }

    private Answer of(byte[] bytes) throws IOException {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) return new Answer.Bad(Trouble.NO_PICTURE);
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if (!kinds.contains(reader.getFormatName().toLowerCase(Locale.ROOT)))
                    return new Answer.Bad(Trouble.NO_PICTURE);
                return of(reader, PictureTurn.of(bytes));
            } finally {
                reader.dispose();
            }
        }
    }

    private Answer of(ImageReader reader, PictureTurn turn) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if (width > MOST_SIDE || height > MOST_SIDE) return new Answer.Bad(Trouble.PICTURE_TOO_LARGE);
        var param = reader.getDefaultReadParam();
        var step = 1;
        while ((long) (width / step) * (height / step) > MOST_PIXELS) step++;
        param.setSourceSubsampling(step, step, 0, 0);
        var read = reader.read(0, param);
        var jpegs = new ArrayList<Jpeg>();
        for (var side : sides) jpegs.add(written(drawn(read, turn, side)));
        return new Answer.Drawn(List.copyOf(jpegs));
    }

    private static BufferedImage drawn(BufferedImage read, PictureTurn turn, int side) {
        var scale = Math.min(1.0, (double) side / Math.max(read.getWidth(), read.getHeight()));
        var width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        var made = new BufferedImage(
                turn.isSideways() ? height : width, turn.isSideways() ? width : height, BufferedImage.TYPE_INT_RGB);
        var graphics = made.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, made.getWidth(), made.getHeight());
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            var way = new AffineTransform(turn.matrix(width, height));
            way.scale((double) width / read.getWidth(), (double) height / read.getHeight());
            graphics.drawImage(read, way, null);
        } finally {
            graphics.dispose();
        }
        return made;
    }

    private static Jpeg written(BufferedImage image) throws IOException {
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
        return new Jpeg(bytes.toByteArray(), image.getWidth(), image.getHeight());
    }
}
