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
package io.haumea.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.haumea.cli.RestClient.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The commands for rules. */
final class Rules {

    private final Session session;

    Rules(Session session) {
        this.session = session;
    }

    int create(List<String> words, @Nullable Path file) {
        if (file != null) {
            if (words.size() != 1) {
                throw Session.usage("Expect rule name.");
            }
            String text = TextFile.read(file, "rule");
            session.print("Creating a new rule from file " + file + ".");
            return create(words.get(0), text);
        }
        return create(nameAndJson(words), words.get(1));
    }

    private static String nameAndJson(List<String> words) {
        if (words.size() != 2) {
            throw Session.usage(
                    "Expect rule name and json.\nBut found "
                            + words.size()
                            + " args:["
                            + String.join(" ", words)
                            + "].");
        }
        return words.get(0);
    }

    private int create(String name, String json) {
        Reply reply = session.client().post("/rules", named(name, json));
        if (!reply.ok()) {
            throw session.refused(
                    reply, "Create rule error : " + reply.message("Create rule error: ") + ".");
        }
        session.print(
                "Rule "
                        + name
                        + " was created successfully, please use '"
                        + session.program()
                        + " getstatus rule "
                        + name
                        + "' command to get rule status.");
        reply.text().lines().skip(1).forEach(session::print); // its warnings
        return 0;
    }

    int replace(List<String> words, @Nullable Path file) {
        if (file != null && words.size() != 1) {
            throw Session.usage("Expect rule name.");
        }
        String name = file == null ? nameAndJson(words) : words.get(0);
        String json = file == null ? words.get(1) : TextFile.read(file, "rule");
        Reply reply = session.client().put("/rules/" + RestClient.segment(name), json);
        if (!reply.ok()) {
            throw session.refused(
                    reply, "Replace rule error : " + reply.message("Replace rule error: "));
        }
        return session.print(reply.text());
    }

    int explain(List<String> words, @Nullable Path file) {
        if (file != null && !words.isEmpty()) {
            throw Session.usage("Expect rule name or a file, not both.");
        }
        Reply reply =
                file == null
                        ? session.client().get(path(words, "/explain?format=text"))
                        : session.client()
                                .post("/explain?format=text", TextFile.read(file, "rule"));
        if (!reply.ok()) {
            throw session.refused(
                    reply, "Explain rule error : " + reply.message("explain rule error: "));
        }
        return session.print(reply.text());
    }

    /** The rule with the name as its id; what is no JSON is left for the server to refuse. */
    private static String named(String name, String json) {
        JsonElement rule;
        try {
            rule = Json.parse(json);
        } catch (JsonParseException e) {
            return json;
        }
        if (!rule.isJsonObject()) {
            return json;
        }
        JsonObject object = rule.getAsJsonObject();
        for (Map.Entry<String, JsonElement> member : object.entrySet()) {
            if (member.getKey().equalsIgnoreCase("id") && member.getValue().isJsonPrimitive()) {
                if (!member.getValue().getAsString().equals(name)) {
                    throw new Failure(
                            Failure.REFUSED,
                            "Create rule error : Name is not consistent with rule id..");
                }
                return json;
            }
        }
        object.addProperty("id", name);
        return Json.compact(object);
    }

    int show() {
        Reply reply = session.client().get("/rules");
        if (!reply.ok()) {
            throw session.refused(
                    reply, "Show rule error : " + reply.message("Show rules error: ") + ".");
        }
        JsonArray rules = Json.array(reply.body());
        return session.print(
                rules.isEmpty() ? "No rule definitions are found." : Json.indented(rules));
    }

    int describe(List<String> words) {
        Reply reply = session.client().get(path(words, ""));
        if (!reply.ok()) {
            throw session.refused(
                    reply, "Desc rule error : " + reply.message("describe rule error: ") + ".");
        }
        return session.printWithEmptyLine(Json.indented(Json.object(reply.body())));
    }

    int drop(List<String> words) {
        Reply reply = session.client().delete(path(words, ""));
        if (!reply.ok()) {
            throw session.refused(
                    reply, "Drop rule error : " + reply.message("delete rule error: ") + ".");
        }
        return session.print(reply.text());
    }

    int status(List<String> words) {
        return plain(session.client().get(path(words, "/status")), "get rule status error: ", "");
    }

    int start(List<String> words) {
        return plain(session.client().post(path(words, "/start"), ""), "start rule error: ", "");
    }

    int restart(List<String> words) {
        return plain(
                session.client().post(path(words, "/restart"), ""), "restart rule error: ", ".");
    }

    int stop(List<String> words) {
        Reply reply = session.client().post(path(words, "/stop"), "");
        if (reply.ok() && reply.text().endsWith(" was not found.")) {
            throw new Failure(Failure.REFUSED, reply.text());
        }
        return plain(reply, "stop rule error: ", "");
    }

    private int plain(Reply reply, String prefix, String end) {
        if (!reply.ok()) {
            throw session.refused(reply, reply.message(prefix));
        }
        return session.print(reply.text() + end);
    }

    private static String path(List<String> words, String what) {
        if (words.size() != 1) {
            throw Session.usage("Expect rule name.");
        }
        return "/rules/" + RestClient.segment(words.get(0)) + what;
    }
}
