import io.boto4j.HasMembers;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Service;
import java.util.Map;
import java.util.Optional;

@Service("s3")
interface Bound {
  record Copy(Map<String, ?> members) implements HasMembers {}

  @Operation("CopyObject")
  Response copy(
      @Param("Bucket") String bucket, @Param("Key") String key, @Param("CopySource") Map<String, String> source);

  @Operation("CopyObject")
  Response copy(Copy copy);

  @Service("iam")
  @Operation("GetRole")
  @Result("Role.AssumeRolePolicyDocument.Statement[0]")
  Structure firstStatement(@Param("RoleName") String name);

  @Operation("GetObject")
  @Result("ExpiresString")
  Optional<String> expires(@Param("Bucket") String bucket, @Param("Key") String key);

  @Service("glacier")
  @Operation("ListVaults")
  Response vaults();
}
