using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gazetier.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Library : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Caption",
                table: "Pictures",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "DescribedAt",
                table: "Pictures",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FocusX",
                table: "Pictures",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "FocusY",
                table: "Pictures",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Folded",
                table: "Pictures",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsMachineMade",
                table: "Pictures",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "Pictures",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Rights",
                table: "Pictures",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "RightsEndAt",
                table: "Pictures",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Attachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    NameFolded = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attachments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FormerPictureKeys",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    PictureId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerPictureKeys", x => x.Key);
                    table.ForeignKey(
                        name: "FK_FormerPictureKeys_Pictures_PictureId",
                        column: x => x.PictureId,
                        principalTable: "Pictures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Pictures_CreatedAt",
                table: "Pictures",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Pictures_RightsEndAt",
                table: "Pictures",
                column: "RightsEndAt");

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_CreatedAt",
                table: "Attachments",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_Key",
                table: "Attachments",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FormerPictureKeys_PictureId",
                table: "FormerPictureKeys",
                column: "PictureId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Attachments");

            migrationBuilder.DropTable(
                name: "FormerPictureKeys");

            migrationBuilder.DropIndex(
                name: "IX_Pictures_CreatedAt",
                table: "Pictures");

            migrationBuilder.DropIndex(
                name: "IX_Pictures_RightsEndAt",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "Caption",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "DescribedAt",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "FocusX",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "FocusY",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "Folded",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "IsMachineMade",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "Rights",
                table: "Pictures");

            migrationBuilder.DropColumn(
                name: "RightsEndAt",
                table: "Pictures");
        }
    }
}
