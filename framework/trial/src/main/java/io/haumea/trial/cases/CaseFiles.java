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
package io.haumea.trial.cases;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads cases from files: one case in each line, or in a file that ends in {@code .json}, one. */
public final class CaseFiles {

    private CaseFiles() {}

    /**
     * The cases of a file, in order.
     *
     * @param file the file
     * @return each case, and each line that is none
     * @throws IOException if the file can't be read
     */
    public static List<CaseEntry> read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String name = file.toString();
        if (name.endsWith(".json")) {
            return List.of(entry(name, bytes, 0, bytes.length));
        }
        List<CaseEntry> entries = new ArrayList<>();
        int number = 0;
        int from = 0;
        while (from < bytes.length) {
            number++;
            int to = from;
            while (to < bytes.length && bytes[to] != '\n') {
                to++;
            }
            if (!isBlank(bytes, from, to)) {
                entries.add(entry(name + ":" + number, bytes, from, to));
            }
            from = to + 1;
        }
        return entries;
    }

    private static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private static CaseEntry entry(String place, byte[] bytes, int from, int to) {
        JsonFields fields;
        String id;
        try {
            fields = CaseReader.fields(text(bytes, from, to));
            id = fields.textOr("id", place);
        } catch (BrokenCaseException e) {
            return new CaseEntry(place, null, e.getMessage());
        }
        try {
            return new CaseEntry(place, CaseReader.read(fields, id), null);
        } catch (BrokenCaseException e) {
            String where = id.equals(place) ? "" : " (" + place + ")";
            return new CaseEntry(id, null, e.getMessage() + where);
        }
    }

    private static String text(byte[] bytes, int from, int to) throws BrokenCaseException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BrokenCaseException("it is not UTF-8");
        }
    }
}
