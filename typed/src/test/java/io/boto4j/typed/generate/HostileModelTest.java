package io.boto4j.typed.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.model.ModelLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models whose names and texts would break Java if they were copied into it. */
final class HostileModelTest {
  private static final String START =
      """
      {"metadata": {"apiVersion": "2026-01-01", "serviceId": "Shelf", "protocol": "json",
        "jsonVersion": "1.1", "targetPrefix": "Shelf", "endpointPrefix": "shelf",
        "signatureVersion": "v4"},
       "operations": {"Do": {"name": "Do", "http": {"method": "POST", "requestUri": "/"},
         "input": {"shape": "In"}, "output": {"shape": "Out"}, "documentation": DOC}},
       "shapes": {"Text": {"type": "string"}, "Secret": {"type": "string", "sensitive": true},
      """;

  @TempDir private Path folder;

  private Map<String, String> types(String doc, String shapes) throws IOException {
    ModelLoader loader = Shelf.in(folder, START.replace("DOC", doc) + shapes + "}}");
    return new Generator(loader)
        .generate(new Choice("shelf", List.of("Do"), false, "", Programs.PACKAGE));
  }

  private Client client() {
    HttpTransport none =
        new HttpTransport() {
          @Override
          public HttpResponse send(HttpRequest request) {
            throw new AssertionError("sent");
          }

          @Override
          public void close() {}
        };
    return Programs.session(none).dataPath(folder).build().client("shelf");
  }

  private static final String NAMES =
      """
      "In": {"type": "structure", "members": {
        "default": {"shape": "Text"}, "class": {"shape": "Text"}, "members": {"shape": "Text"},
        "toString": {"shape": "Text"}, "hashCode": {"shape": "Text"}, "equals": {"shape": "Text"},
        "getClass": {"shape": "Text"}, "wait": {"shape": "Text"}, "of": {"shape": "Text"},
        "with": {"shape": "Text"}, "DBName": {"shape": "Text"}, "DbName": {"shape": "Text"},
        "_": {"shape": "Text"}, "1st": {"shape": "Text"}, "a-b": {"shape": "Text"},
        "found": {"shape": "Object"}, "name": {"shape": "Text"}, "value": {"shape": "Mode"}}},
      "Out": {"type": "structure", "members": {"ResponseMetadata": {"shape": "Text"},
        "Object": {"shape": "Object"}, "String": {"shape": "String"}, "List": {"shape": "ListOfList"},
        "Record": {"shape": "Record"}, "Client": {"shape": "Client"}, "Later": {"shape": "Later"}, "Map": {"shape": "Map"}}},
      "Object": {"type": "structure", "members": {"Object": {"shape": "Object"}}},
      "String": {"type": "structure", "members": {"a": {"shape": "Text"}}},
      "Record": {"type": "structure", "members": {"a": {"shape": "Text"}}},
      "Client": {"type": "structure", "members": {"a": {"shape": "Text"}}},
      "Map": {"type": "structure", "members": {"a": {"shape": "structure"}, "b": {"shape": "Loop"}}},
      "structure": {"type": "list", "member": {"shape": "plain"}},
      "plain": {"type": "list", "member": {"shape": "Mode"}},
      "List": {"type": "structure", "members": {"a": {"shape": "Text"}}},
      "ListOfList": {"type": "list", "member": {"shape": "Lists"}},
      "Lists": {"type": "list", "member": {"shape": "List"}},
      "Known": {"type": "string", "enum": ["values", "known", "set", "arrays", "value"]},
      "Knowns": {"type": "list", "member": {"shape": "Known"}},
      "Later": {"type": "structure", "members": {"T": {"shape": "T"}}},
      "T": {"type": "structure", "members": {"known": {"shape": "Knowns"}}},
      "Loop": {"type": "list", "member": {"shape": "Loop"}},
      "DoRequest": {"type": "structure", "members": {"a": {"shape": "Text"}}},
      "Mode": {"type": "string", "enum": ["a b", "a-b", "", "*", "class", "1", "a\\"\\\\u0041\\n",
        "ends with a backslash\\\\", "a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v",
        "a (b) c (d) e (f) g, a (b) c (d) e (f) g, a (b) c (d) e (f) g, a (b) c (d) e (f) g, a.)."]}
      """;

  @Test
  void names_thatAreTakenInJava_areRenamed() throws IOException {
    Map<String, String> types = types("\"x\"", NAMES);
    assertThat(types)
        .containsKeys(
            "ObjectType", "StringType", "RecordType", "ClientType", "MapType", "ListType");
    String result =
        Programs.run(
            types,
            client(),
            "",
            """
            DoRequest request = DoRequest.of().default_("a").class_("b").members_("c").toString_("d")
                .hashCode_("e").equals_("f").getClass_("g").wait_("h").of_("i").with("j").dbName("k")
                .dbName_("l")._1st("m").aB("n").found(ObjectType.of()).name("o").value(Mode.A_B);
            DoResponse response = new DoResponse(Map.of("ResponseMetadata", "x",
                "List", List.of(List.of(Map.of("a", "y"))),
                "Map", Map.of("a", List.of(List.of("class")), "b", List.of(List.of()))));
            return request.members() + response.responseMetadata_() + response.list().get(0).get(0).a()
                + response.map().a().get(0).get(0).equals(Mode.CLASS) + response.map().b();
            """);
    assertThat(result)
        .isEqualTo(
            "{default=a, class=b, members=c, toString=d, hashCode=e, equals=f, getClass=g, wait=h,"
                + " of=i, with=j, DBName=k, DbName=l, 1st=m, a-b=n, found={}, name=o, value=a b}"
                + "xytrue[[]]");
    assertThat(types.get("Mode"))
        .contains("Mode A_B = ", "Mode A_B_ = ", "Mode EMPTY = ", "Mode VALUE_2A = ", "Mode _1 = ");
    assertThat(types.get("DoRequest")).contains("the member <code>default</code>");
  }

  @Test
  void enumeration_withThousandsOfValues_fitsIntoAClass() throws IOException {
    StringBuilder values = new StringBuilder("\"v0\"");
    for (int i = 1; i < 4000; i++) {
      values.append(", \"a-rather-long-value-").append(i).append('"');
    }
    Map<String, String> types =
        types(
            "\"x\"",
            "\"In\": {\"type\": \"structure\", \"members\": {\"a\": {\"shape\": \"Big\"}}},"
                + "\"Out\": {\"type\": \"structure\", \"members\": {}},"
                + "\"Big\": {\"type\": \"string\", \"enum\": ["
                + values
                + "]}");
    assertThat(
            Programs.run(
                types,
                client(),
                "",
                "return Big.values().size() + \"\" + Big.V0.isKnown() + Big.of(\"v1\").isKnown();"))
        .isEqualTo("4000truefalse");
  }

  private static final String SHAPES =
      """
      "In": {"type": "structure", "members": {"a": {"shape": "Text", "documentation": DOC}}},
      "Out": {"type": "structure", "members": {"a": {"shape": "Text", "documentation": DOC}}}
      """;

  @Test
  void texts_thatLookLikeCode_stayComments() throws IOException {
    for (String doc :
        List.of(
            "*/ static { System.exit(1); } /*",
            "\\\\u002a/ static { System.exit(1); } /\\\\u002a",
            "{@code unbalanced { @return x @param y",
            "<script>alert(1)</script> <p><p></p> <li>x <a name=b> & &amp; &bogus; < > <br/> </code>",
            "<code>{</code> <code></code> <code>a <code>b</code></code>",
            "\\u0000 \\u0007 \\ud800 \\u202e \\ufeff é 日本 😀",
            "@deprecated",
            "<!-- -->",
            "",
            "...",
            "https://example.com/" + "x".repeat(300))) {
      String literal = "\"" + doc + "\"";
      Map<String, String> types = types(literal, SHAPES.replace("DOC", literal));
      assertThat(Compilation.of(Programs.PACKAGE, types).messages()).as(doc).isEmpty();
    }
  }

  @Test
  void members_thatTheModelAtRunTimeLacks_areReportedByTheirAccessor() throws IOException {
    Map<String, String> types =
        types(
            "\"x\"",
            """
            "In": {"type": "structure", "members": {"a": {"shape": "Text"}}},
            "Out": {"type": "structure", "members": {"new": {"shape": "Text"}, "n": {"shape": "Int"},
              "l": {"shape": "Ints"}}},
            "Int": {"type": "integer"}, "Ints": {"type": "list", "member": {"shape": "Int"}}
            """);
    // The model at run time: an earlier one, without a member, and with another type.
    Shelf.in(
        folder,
        START.replace("DOC", "\"x\"")
            + """
            "In": {"type": "structure", "members": {"a": {"shape": "Text"}}},
            "Out": {"type": "structure", "members": {"old": {"shape": "Text"}, "n": {"shape": "Text"},
              "l": {"shape": "Texts"}}},
            "Texts": {"type": "list", "member": {"shape": "Text"}}
            }}
            """);
    String program =
        "return new DoResponse(client.responses().response(\"Do\", Map.of(\"old\", \"o\", \"n\", \"7\","
            + " \"l\", List.of(\"8\", \"x\")))).";
    assertThatThrownBy(() -> Programs.run(types, client(), "", program + "new_();"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("new");
    assertThat(Programs.run(types, client(), "", program + "n() + \"\";"))
        .as("a text is read as a number")
        .isEqualTo("7");
    assertThatThrownBy(() -> Programs.run(types, client(), "", program + "l() + \"\";"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("whole number");
  }

  @Test
  void secrets_atAnyDepth_areNotInTheText() throws IOException {
    Map<String, String> types =
        types(
            "\"x\"",
            """
            "In": {"type": "structure", "members": {"a": {"shape": "Deep"}}},
            "Out": {"type": "structure", "members": {"b": {"shape": "Text"}}},
            "Deep": {"type": "list", "member": {"shape": "Secret"}}
            """);
    assertThat(
            Programs.run(
                types,
                client(),
                "",
                "return DoRequest.of().a(\"hunter2\") + \" \" + new DoResponse(Map.of(\"b\", \"c\"));"))
        .isEqualTo("DoRequest[a] DoResponse{b=c}");
  }
}
