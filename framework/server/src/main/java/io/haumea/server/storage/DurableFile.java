/*
 * Copyright 2026 the Haumea project
 *
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except
 * in compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License
 * is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express
 * or implied. See the License for the specific language governing permissions and limitations under
 * the License.
 */
package io.haumea.server.storage;

import io.haumea.sdk.error.ErrorCode;
import io.haumea.sdk.error.HaumeaException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Writes files so that after a crash either the old or the new content is there: to a temporary
 * file, forced to disk, renamed, the folder forced to disk. Two writers of the same file must not
 * run at the same time.
 */
public final class DurableFile {

    /** How the names of temporary files end; leftovers may be deleted. */
    static final String TEMPORARY = ".tmp";

    private DurableFile() {}

    /**
     * Writes a text.
     *
     * @param file the file; its folder is made if missing
     * @param text the whole content, written as UTF-8
     * @throws HaumeaException if it can't be written; then the old content is still there
     */
    public static void write(Path file, String text) {
        write(file, text, false);
    }

    /**
     * Writes a text that only the owner of the file may read, where the file system knows owners.
     *
     * @param file the file; its folder is made if missing
     * @param text the whole content, written as UTF-8
     * @throws HaumeaException if it can't be written; then the old content is still there
     */
    public static void writeSecret(Path file, String text) {
        write(file, text, true);
    }

    /**
     * Deletes a file so that it stays deleted after a crash; does nothing if there is none.
     *
     * @param file the file
     * @throws HaumeaException if it can't be deleted
     */
    public static void delete(Path file) {
        try {
            if (Files.deleteIfExists(file)) {
                forceFolder(folderOf(file));
            }
        } catch (IOException e) {
            throw new HaumeaException(
                    ErrorCode.RESOURCE, "cannot delete " + file + ": " + reason(e), e);
        }
    }

    /**
     * Forces the names in a folder to disk.
     *
     * @param folder the folder
     * @throws IOException if that fails
     */
    public static void forceFolder(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /**
     * The reason of a file error in words, without the path, which the caller names itself.
     *
     * @param error the error
     * @return the words
     */
    public static String reason(IOException error) {
        if (error instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (error instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (error instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        String message = error.getMessage();
        return message == null ? error.getClass().getSimpleName() : message;
    }

    private static void write(Path file, String text, boolean secret) {
        Path folder = folderOf(file);
        Path temporary = folder.resolve("." + file.getFileName() + TEMPORARY);
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(temporary);
            if (secret && isPosix(folder)) {
                Files.createFile(
                        temporary,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
            force(temporary, text);
            Files.move(
                    temporary,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            forceFolder(folder);
        } catch (IOException e) {
            throw new HaumeaException(
                    ErrorCode.RESOURCE, "cannot write " + file + ": " + reason(e), e);
        }
    }

    private static void force(Path file, String text) throws IOException {
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " is not in a folder");
        }
        return parent;
    }

    /** Asks the kind of file system; to ask the disk itself means to read the table of mounts. */
    private static boolean isPosix(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
