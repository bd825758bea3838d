package io.boto4j.internal.customization;

import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.protocol.InputValues;
import io.boto4j.internal.retry.ServiceRetries;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import java.util.Map;

/** Route 53 returns ids such as {@code /hostedzone/Z1}, but accepts {@code Z1} only. */
final class Route53 implements Customization {
  @Override
  public Map<String, ?> input(OperationModel operation, Map<String, ?> input) {
    InputChanges changed = new InputChanges(input);
    StructureShape shape = operation.input();
    for (int i = 0; shape != null && i < shape.size(); i++) {
      Member member = shape.member(i);
      String id = isId(member.shape().name()) ? InputValues.text(input.get(member.name())) : null;
      if (id != null && id.indexOf('/') >= 0) {
        changed.put(member.name(), id.substring(id.lastIndexOf('/') + 1));
      }
    }
    return changed.map();
  }

  private static boolean isId(String shape) {
    return shape.equals("ResourceId")
        || shape.equals("DelegationSetId")
        || shape.equals("ChangeId");
  }

  @Override
  public ServiceRetries retries() {
    return new ServiceRetries() {
      @Override
      public boolean isInLegacyTable(int status, String code) {
        return status == 400 && code.equals("PriorRequestNotComplete");
      }
    };
  }
}
