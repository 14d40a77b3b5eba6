using Gazetier.Features.Access;
using Gazetier.Features.Figures;

namespace Gazetier.Features.Organisations;

/// <summary>Leaves with the request for an article what the reader's organisation may do with it. Brings no right; asked after what recognises addresses.</summary>
public sealed class BringLicence(TimeProvider clock)
{
    public ValueTask<Brought?> RunAsync(HttpContext context, Reader reader)
    {
        if (reader.Rights.Grants.Length == 0 || CountReading.NumberIn(context.Request.Path.Value) is null
            || LicenceOfRequest.Of(reader.Rights, clock.GetUtcNow().UtcDateTime) is not { } licence)
        {
            return default;
        }

        context.Features.Set(licence);
        return ValueTask.FromResult<Brought?>(new Brought([], licence.Apart));
    }
}
