using System.Text;
using Gazetier.Text;

namespace Gazetier.Features.Imports;

/// <summary>
/// Things by their names: "RGPD", "rgpd" and « Rgpd » are one, "open source" and "Open-source" too; "C++" and "C#" are
/// two, although their slugs begin alike.
/// </summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, Guid> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _slugs = new(StringComparer.Ordinal);

    public void Fill(IEnumerable<Shelved> known)
    {
        _ids.Clear();
        _slugs.Clear();
        foreach (var (id, slug, name) in known)
        {
            _ids.TryAdd(KeyOf(name), id);
            _slugs.Add(slug);
        }
    }

    /// <param name="make">Makes it with the slug that is free for it.</param>
    public Guid FindOrMake(string name, Func<string, Guid> make)
    {
        var key = KeyOf(name);
        if (!_ids.TryGetValue(key, out var id))
        {
            id = make(FreeSlug(name));
            _ids.Add(key, id);
        }

        return id;
    }

    private static string KeyOf(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in Fold.Of(name))
        {
            if (c is not (' ' or '-' or '_' or '\'' or '\u2010' or '\u2011'))
            {
                key.Append(c);
            }
            else if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        return key.ToString().TrimEnd();
    }

    private string FreeSlug(string name)
    {
        var slug = Slug.From(name);
        var free = slug;
        for (var n = 2; !_slugs.Add(free); n++)
        {
            free = FormattableString.Invariant($"{slug}-{n}");
        }

        return free;
    }
}

internal readonly record struct Shelved(Guid Id, string Slug, string Name);
