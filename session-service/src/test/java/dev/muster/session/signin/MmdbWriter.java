package dev.muster.session.signin;

import dev.muster.kit.http.ClientAddresses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes small databases in the MaxMind DB format, version 2.0, with 24-bit records and IPv6 addresses. */
final class MmdbWriter {

    private static final int IPV6_BITS = 128;
    private static final int IPV4_PREFIX = 96;
    private static final int EMPTY = -1;
    private static final int SEPARATOR_BYTES = 16;

    private final List<int[]> nodes = new ArrayList<>(List.of(new int[] {EMPTY, EMPTY}));
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    /** Says where the addresses of a network are. */
    MmdbWriter place(String network, String city, String country) {
        String[] parts = network.split("/", -1);
        byte[] address = address(parts[0]);
        int bits = Integer.parseInt(parts[1]) + (parts[0].indexOf(':') < 0 ? IPV4_PREFIX : 0);
        int value = -2 - data.size();
        Map<String, Object> place = new LinkedHashMap<>();
        if (city != null) {
            place.put("city", Map.of("names", Map.of("en", city)));
        }
        place.put("country", Map.of("names", Map.of("en", country)));
        write(data, place);
        insert(address, bits, value);
        return this;
    }

    private static byte[] address(String literal) {
        byte[] bytes = ClientAddresses.parse(literal).getAddress();
        byte[] wide = new byte[IPV6_BITS / 8];
        System.arraycopy(bytes, 0, wide, wide.length - bytes.length, bytes.length);
        return wide;
    }

    private void insert(byte[] address, int bits, int value) {
        int node = 0;
        for (int i = 0; i < bits; i++) {
            int side = (address[i / 8] >> (7 - i % 8)) & 1;
            if (i == bits - 1) {
                nodes.get(node)[side] = value;
            } else {
                if (nodes.get(node)[side] == EMPTY) {
                    nodes.add(new int[] {EMPTY, EMPTY});
                    nodes.get(node)[side] = nodes.size() - 1;
                }
                node = nodes.get(node)[side];
            }
        }
    }

    /** Puts the database in place as an updater does: whole, by renaming. */
    void writeTo(Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        nodes.forEach(node -> {
            writeRecord(out, node[0]);
            writeRecord(out, node[1]);
        });
        out.writeBytes(new byte[SEPARATOR_BYTES]);
        out.writeBytes(data.toByteArray());
        out.writeBytes(new byte[] {(byte) 0xAB, (byte) 0xCD, (byte) 0xEF});
        out.writeBytes("MaxMind.com".getBytes(StandardCharsets.US_ASCII));
        write(out, metadata());
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.write(next, out.toByteArray());
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void writeRecord(ByteArrayOutputStream out, int record) {
        int value =
                record == EMPTY ? nodes.size() : record < EMPTY ? nodes.size() + SEPARATOR_BYTES - 2 - record : record;
        out.write(value >> 16);
        out.write(value >> 8);
        out.write(value);
    }

    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("binary_format_major_version", 2);
        metadata.put("binary_format_minor_version", 0);
        metadata.put("build_epoch", BigInteger.valueOf(1_700_000_000L));
        metadata.put("database_type", "Test-City");
        metadata.put("description", Map.of("en", "for tests"));
        metadata.put("ip_version", 6);
        metadata.put("languages", List.of("en"));
        metadata.put("node_count", (long) nodes.size());
        metadata.put("record_size", 24);
        return metadata;
    }

    /** Types of the format: 2 string, 5 and 6 unsigned 16 and 32, 7 map; 9 unsigned 64 and 11 array are extended. */
    private static void write(ByteArrayOutputStream out, Object value) {
        if (value instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.write(2 << 5 | bytes.length);
            out.writeBytes(bytes);
        } else if (value instanceof Integer number) {
            out.write(5 << 5 | 2);
            out.write(number >> 8);
            out.write(number);
        } else if (value instanceof Long number) {
            out.write(6 << 5 | 4);
            out.writeBytes(ByteBuffer.allocate(4).putInt(number.intValue()).array());
        } else if (value instanceof BigInteger number) {
            out.write(8);
            out.write(9 - 7);
            out.writeBytes(ByteBuffer.allocate(8).putLong(number.longValue()).array());
        } else if (value instanceof Map<?, ?> map) {
            out.write(7 << 5 | map.size());
            map.forEach((key, item) -> {
                write(out, key);
                write(out, item);
            });
        } else if (value instanceof List<?> list) {
            out.write(list.size());
            out.write(11 - 7);
            list.forEach(item -> write(out, item));
        } else {
            throw new IllegalArgumentException("No such type here: " + value);
        }
    }
}
