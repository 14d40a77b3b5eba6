using System.Text.Encodings.Web;
using System.Text.Json;
using Gazetier.Data;
using Gazetier.Web;

namespace Gazetier.Features.SingleSignOn;

/// <summary>Something that waits in the reader's browser, and that only this newspaper can read or write: it binds what comes back to who left.</summary>
public class SealedCookie<T>(Seal seal, NewspaperOptions options, string name, TimeSpan lifetime)
    where T : class
{
    // Sealed, it stands in no page: nothing needs escaping, and a cookie is short.
    private static readonly JsonSerializerOptions Short = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HostCookie _cookie = new(options, name);

    public async Task WriteAsync(HttpContext context, T value, CancellationToken cancel) =>
        _cookie.Write(context.Response, await seal.CloseAsync(JsonSerializer.Serialize(value, Short), Purpose, cancel), lifetime);

    /// <summary>Null: there is none, or it is none of ours. How old it may be, the value itself says: browsers keep cookies for as long as they like.</summary>
    public async Task<T?> ReadAsync(HttpContext context, CancellationToken cancel) =>
        await seal.OpenAsync(_cookie.Find(context.Request), Purpose, cancel) is { } json ? JsonSerializer.Deserialize<T>(json) : null;

    public void Erase(HttpContext context) => _cookie.Erase(context.Response);

    private string Purpose => "cookie " + name;
}
