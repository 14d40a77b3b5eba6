using Gazetier.Data;

namespace Gazetier.Web;

/// <summary>The newspaper's address as the world knows it (<c>Gazetier__Url</c>), for mails, feeds and canonical links.</summary>
public class PublicAddress(NewspaperOptions options)
{
    private readonly string _root = options.Url.TrimEnd('/');

    /// <summary>"https://www.exemple.fr".</summary>
    public string Root => _root;

    /// <summary>"www.exemple.fr".</summary>
    public string Host { get; } = new Uri(options.Url).Host;

    /// <param name="path">Begins with a slash.</param>
    public string Of(string path) => _root + path;
}
