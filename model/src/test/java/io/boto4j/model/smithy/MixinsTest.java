package io.boto4j.model.smithy;

import static io.boto4j.model.smithy.Models.at;
import static io.boto4j.model.smithy.Models.input;
import static io.boto4j.model.smithy.Models.json;
import static io.boto4j.model.smithy.Models.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.model.ModelException;
import org.junit.jupiter.api.Test;

/** Shapes have what their mixins have, and what is applied to them. */
final class MixinsTest {
  private static final String JSON = "'aws.protocols#awsJson1_0': {}";

  @Test
  void mixins_ofMixins_giveMembersAndTraitsInOrder() {
    SmithyService read =
        read(
            input(
                JSON,
                "'T': {'target': 'demo#T'}",
                "'demo#T': {'type': 'structure', 'mixins': [{'target': 'demo#M'}, {'target':"
                    + " 'demo#N'}], 'members': {'own': {'target': 'smithy.api#String'}}},"
                    + " 'demo#M': {'type': 'structure', 'mixins': [{'target': 'demo#O'}],"
                    + " 'members': {'m': {'target': 'smithy.api#String', 'traits':"
                    + " {'smithy.api#required': {}}}}, 'traits': {'smithy.api#mixin':"
                    + " {'localTraits': ['smithy.api#documentation']},"
                    + " 'smithy.api#documentation': 'Only of M.', 'smithy.api#sensitive': {}}},"
                    + " 'demo#N': {'type': 'structure', 'members': {'n': {'target':"
                    + " 'smithy.api#Long'}}, 'traits': {'smithy.api#mixin': {},"
                    + " 'smithy.api#documentation': 'Of N.'}}, 'demo#O': {'type': 'structure',"
                    + " 'members': {'o': {'target': 'smithy.api#String'}}, 'traits':"
                    + " {'smithy.api#mixin': {}}}"));
    assertThat(at(read, "shapes/T"))
        .isEqualTo(
            json(
                "{'type': 'structure', 'required': ['m'], 'members': {'o': {'shape': 'String'},"
                    + " 'm': {'shape': 'String'}, 'n': {'shape': 'Long'}, 'own': {'shape':"
                    + " 'String'}}, 'documentation': 'Of N.', 'sensitive': true}"));
    assertThat(at(read, "shapes/M")).isNull();
  }

  @Test
  void member_thatAMixinHasToo_keepsTheTraitsOfBoth() {
    SmithyService read =
        read(
            input(
                JSON,
                "'T': {'target': 'demo#T'}",
                "'demo#T': {'type': 'structure', 'mixins': [{'target': 'demo#M'}], 'members': {'m':"
                    + " {'target': 'smithy.api#String', 'traits': {'smithy.api#hostLabel': {}}}}},"
                    + " 'demo#M': {'type': 'structure', 'members': {'m': {'target':"
                    + " 'smithy.api#String', 'traits': {'smithy.api#documentation': 'M.'}}}}"));
    assertThat(at(read, "shapes/T/members/m"))
        .isEqualTo(json("{'shape': 'String', 'documentation': 'M.', 'hostLabel': true}"));
  }

  @Test
  void apply_toShapesAndInheritedMembers_addsTraits() {
    SmithyService read =
        read(
            input(
                JSON,
                "'T': {'target': 'demo#T'}, 'M': {'target': 'demo#M'}",
                "'demo#T$m': {'type': 'apply', 'traits': {'smithy.api#documentation': 'Of T.'}},"
                    + " 'demo#T': {'type': 'structure', 'mixins': [{'target': 'demo#M'}]},"
                    + " 'demo#M': {'type': 'structure', 'members': {'m': {'target': 'demo#S'}}},"
                    + " 'demo#S': {'type': 'string'}, 'demo#S': {'type': 'string'}, 'demo#M$m':"
                    + " {'type': 'apply', 'traits': {'smithy.api#required': {}}}"));
    assertThat(at(read, "shapes/T"))
        .isEqualTo(
            json(
                "{'type': 'structure', 'required': ['m'], 'members': {'m': {'shape': 'S',"
                    + " 'documentation': 'Of T.'}}}"));
    assertThat(at(read, "shapes/M/members/m")).isEqualTo(json("{'shape': 'S'}"));
  }

  @Test
  void apply_toNothing_isRefused() {
    for (String target : new String[] {"demo#Missing", "demo#PutInput$missing", "../x"}) {
      String file =
          input(
              JSON,
              "'a': {'target': 'smithy.api#String'}",
              "'" + target + "': {'type': 'apply', 'traits': {'smithy.api#required': {}}}");
      assertThatThrownBy(() -> read(file))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining(target)
          .hasMessageContaining("there is nothing with this id");
    }
  }

  @Test
  void mixins_ofListsAndServices_areMerged() {
    SmithyService read =
        read(
            Models.file(
                "'demo#Demo': {'type': 'service', 'version': '2', 'mixins': [{'target':"
                    + " 'demo#Base'}], 'operations': [{'target': 'demo#B'}]}, 'demo#Base': {'type':"
                    + " 'service', 'version': '1', 'operations': [{'target': 'demo#A'}], 'errors':"
                    + " [{'target': 'demo#E'}], 'traits': {'smithy.api#mixin': {'localTraits': []},"
                    + JSON
                    + "}}, 'demo#A': {'type': 'operation', 'output': {'target': 'demo#Out'}},"
                    + " 'demo#B': {'type': 'operation'}, 'demo#E': {'type': 'structure', 'members':"
                    + " {}}, 'demo#Out': {'type': 'structure', 'members': {'l': {'target':"
                    + " 'demo#L'}}}, 'demo#L': {'type': 'list', 'mixins': [{'target':"
                    + " 'demo#LM'}]}, 'demo#LM': {'type': 'list', 'member': {'target':"
                    + " 'smithy.api#String'}, 'traits': {'smithy.api#mixin': {}}}"));
    assertThat(read.apiVersion()).isEqualTo("2");
    assertThat(at(read, "operations/A/errors")).isEqualTo(json("[{'shape': 'E'}]"));
    assertThat(at(read, "operations/B/name")).isEqualTo("B");
    assertThat(at(read, "shapes/L/member/shape")).isEqualTo("String");
  }
}
