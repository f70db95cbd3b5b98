// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.vfiooracle.exec.host.Bar;
import org.vfiooracle.exec.host.PciIds;
import org.vfiooracle.exec.uapi.ErrnoNumber;
import org.vfiooracle.exec.uapi.IoctlCall;
import org.vfiooracle.exec.wire.ByteString;
import org.vfiooracle.exec.wire.Reply;

/**
 * A PCI device that is there and does nothing: what is written to its registers stays there, and no interrupt fires. It answers
 * the requests of a device that the model leaves to it, as vfio-pci of Linux 6.12 does for such a device.
 */
public final class PciDevice implements AutoCloseable {
    private static final int READ = 1;
    private static final int WRITE = 2;
    private static final int MAPPABLE = 4;
    private static final int INTX = 0;
    private static final int MSIX = 2;
    private static final int ERROR = 3;
    private static final int REQUEST = 4;

    private final PciIds ids;
    private final boolean resets;
    private final Path file;
    private final FileChannel memory;
    private final ConfigSpace config;

    /**
     * Makes a device.
     *
     * @param resets whether it can be reset alone
     * @param file a new file for the memory behind its registers
     */
    public PciDevice(PciIds ids, boolean resets, Path file) {
        this.ids = ids;
        this.resets = resets;
        this.file = file;
        this.config = new ConfigSpace(ids);
        try {
            this.memory = FileChannel.open(
                    file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
            // The regions lie one behind the other, each in its whole length.
            long length = place(ids.bars().size());
            if (length > 0) {
                memory.write(ByteBuffer.allocate(1), length - 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(new FileSystemException(file.toString(), null, e.getMessage()));
        }
    }

    /** Returns the name of a request that a device answers itself; empty for others. */
    public static String name(int nr) {
        return switch (nr) {
            case 108 -> "VFIO_DEVICE_GET_REGION_INFO";
            case 109 -> "VFIO_DEVICE_GET_IRQ_INFO";
            case 110 -> "VFIO_DEVICE_SET_IRQS";
            case 111 -> "VFIO_DEVICE_RESET";
            case 112 -> "VFIO_DEVICE_GET_PCI_HOT_RESET_INFO";
            case 113 -> "VFIO_DEVICE_PCI_HOT_RESET";
            case 114 -> "VFIO_DEVICE_QUERY_GFX_PLANE";
            case 115 -> "VFIO_DEVICE_GET_GFX_DMABUF";
            case 116 -> "VFIO_DEVICE_IOEVENTFD";
            case 117 -> "VFIO_DEVICE_FEATURE";
            default -> "";
        };
    }

    /** Answers a request. */
    public Reply ioctl(IoctlCall asked) {
        return switch (asked.nr()) {
            case 108 -> regionInfo(asked.bytes());
            case 109 -> irqInfo(asked.bytes());
            case 110 -> setIrqs(asked.bytes());
            case 111 -> reset();
            case 112, 113 -> failing("ENODEV");
            default -> failing("ENOTTY");
        };
    }

    /** Answers a read of {@code length} bytes at {@code offset} of its descriptor. */
    public Reply read(long offset, long length) {
        int region = Regions.at(offset);
        long from = Regions.within(offset);
        long size = Regions.size(ids, region);
        if (size == 0 || from >= size) {
            return failing("EINVAL");
        }
        int most = (int) Math.min(length, size - from);
        return Reply.of(most)
                .with(region == Regions.CONFIG ? config.read((int) from, most) : stored(region, from, most));
    }

    /** Answers a write. */
    public Reply write(long offset, ByteString bytes) {
        int region = Regions.at(offset);
        long from = Regions.within(offset);
        long size = Regions.size(ids, region);
        if (size == 0 || from >= size) {
            return failing("EINVAL");
        }
        ByteString most = bytes.part(0, (int) Math.min(bytes.length(), size - from));
        if (region == Regions.CONFIG) {
            config.write((int) from, most);
        } else {
            store(region, from, most);
        }
        return Reply.of(most.length());
    }

    /** Answers a request to map a range: with the file that holds it, and where. */
    public Reply map(long offset, long length) {
        int region = Regions.at(offset);
        long from = Regions.within(offset);
        if (!Regions.mappable(ids, region) || from + length > Regions.size(ids, region)) {
            return failing("EINVAL");
        }
        return Reply.of(place(region) + from).with(ByteString.of(file.toString()));
    }

    @Override
    public void close() {
        try {
            memory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply regionInfo(ByteString struct) {
        int region = (int) struct.u32(8);
        if (struct.u32(0) < 32 || region < 0 || region >= Regions.VGA) {
            return failing("EINVAL");
        }
        long size = Regions.size(ids, region);
        int access = size == 0 ? 0 : Regions.mappable(ids, region) ? READ | WRITE | MAPPABLE : READ | WRITE;
        return Reply.OK.with(struct.part(0, 32)
                .with(4, 4, access)
                .with(12, 4, 0)
                .with(16, 8, size)
                .with(24, 8, Regions.offset(region)));
    }

    /** Without capabilities there is no MSI; a device that is not PCI Express reports no errors. */
    private static Reply irqInfo(ByteString struct) {
        int index = (int) struct.u32(8);
        if (struct.u32(0) < 16 || index < INTX || index > REQUEST || index == ERROR) {
            return failing("EINVAL");
        }
        boolean one = index == INTX || index == REQUEST;
        return Reply.OK.with(
                struct.part(0, 16).with(4, 4, index == INTX ? 7 : 9).with(12, 4, one ? 1 : 0));
    }

    private static Reply setIrqs(ByteString struct) {
        int index = (int) struct.u32(8);
        long most = index == INTX || index == REQUEST ? 1 : 0;
        boolean fits = struct.u32(12) + struct.u32(16) <= most;
        boolean known = index >= INTX && index <= REQUEST && index != ERROR;
        boolean none = struct.u32(16) == 0 && index <= MSIX;
        return struct.u32(0) >= 20 && known && (fits || none) ? Reply.OK : failing("EINVAL");
    }

    private Reply reset() {
        if (!resets) {
            return failing("EINVAL");
        }
        config.reset();
        return Reply.OK;
    }

    private long place(int region) {
        return ids.bars().subList(0, region).stream().mapToLong(Bar::size).sum();
    }

    private ByteString stored(int region, long from, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try {
            memory.read(bytes, place(region) + from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteString.of(bytes.array());
    }

    private void store(int region, long from, ByteString bytes) {
        try {
            memory.write(ByteBuffer.wrap(bytes.toArray()), place(region) + from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply failing(String errno) {
        return Reply.failing(ErrnoNumber.of(errno));
    }
}
